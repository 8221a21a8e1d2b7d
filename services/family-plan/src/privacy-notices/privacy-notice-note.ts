import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

const place = (id: string): string => `privacy_notice.note:${id}`;

export const sealNote = (data: PersonalData, of: MunicipalityCode, id: string, note: string): Buffer =>
  data.encrypt(of, place(id), note);

export const openNote = (data: PersonalData, of: MunicipalityCode, id: string, note: Buffer): string =>
  data.decrypt(of, place(id), note);
