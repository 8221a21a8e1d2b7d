import { randomInt } from 'node:crypto';
import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

// Without letters that look like digits: people type it from a piece of paper. 31^12 is nearly 60 bits.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 12;

/** A code to hand to a citizen, in groups of four. */
export const newCode = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)])
    .join('')
    .replace(/(.{4})(?!$)/g, '$1-');

/** What is kept of a code: a keyed hash, so that the table alone opens nothing, also not by trying all codes. */
export const hashOfCode = (data: PersonalData, municipality: MunicipalityCode, code: string): Buffer =>
  data.blindIndex(municipality, 'link-code', code.toLowerCase().replace(/[^a-z0-9]/g, ''));
