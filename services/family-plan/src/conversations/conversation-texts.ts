import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import type { Held } from './conversations.dto.js';

const place = (id: string): string => `conversation.held:${id}`;

export const sealHeld = (data: PersonalData, of: MunicipalityCode, id: string, held: Held): Buffer =>
  data.encrypt(of, place(id), JSON.stringify(held));

export const openHeld = (data: PersonalData, of: MunicipalityCode, id: string, held: Buffer): Held =>
  JSON.parse(data.decrypt(of, place(id), held)) as Held;
