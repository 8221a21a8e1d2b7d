import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

const place = (id: string): string => `video.reference:${id}`;

export const sealReference = (data: PersonalData, of: MunicipalityCode, id: string, reference: string): Buffer =>
  data.encrypt(of, place(id), reference);

export const openReference = (data: PersonalData, of: MunicipalityCode, id: string, reference: Buffer): string =>
  data.decrypt(of, place(id), reference);
