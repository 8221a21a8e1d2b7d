import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

const place = (id: string, number: number): string => `observation_note.note:${id}:${number}`;

export const sealNote = (data: PersonalData, of: MunicipalityCode, id: string, number: number, note: string): Buffer =>
  data.encrypt(of, place(id, number), note);

export const openNote = (data: PersonalData, of: MunicipalityCode, id: string, number: number, note: Buffer): string =>
  data.decrypt(of, place(id, number), note);
