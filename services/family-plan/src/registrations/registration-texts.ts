import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

interface Answer {
  readonly field: string;
  readonly said: string;
}

export const sealAnswers = (data: PersonalData, of: MunicipalityCode, id: string, answers: readonly Answer[]): Buffer =>
  data.encrypt(of, `registration.answers:${id}`, JSON.stringify(answers));

export const openAnswers = (data: PersonalData, of: MunicipalityCode, id: string, answers: Buffer): Answer[] =>
  JSON.parse(data.decrypt(of, `registration.answers:${id}`, answers)) as Answer[];

export const sealPoint = (data: PersonalData, of: MunicipalityCode, id: string, point: string): Buffer =>
  data.encrypt(of, `work_point.point:${id}`, point);

export const openPoint = (data: PersonalData, of: MunicipalityCode, id: string, point: Buffer): string =>
  data.decrypt(of, `work_point.point:${id}`, point);
