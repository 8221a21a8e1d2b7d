import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

/** Whose words to which goal: they open in no other row. */
const place = (goalId: string, personId: string): string => `goal_words.words:${goalId}:${personId}`;

interface Named {
  readonly municipality: MunicipalityCode;
  readonly goalId: string;
  readonly personId: string;
}

export const sealWords = (data: PersonalData, { municipality, goalId, personId }: Named, words: string): Buffer =>
  data.encrypt(municipality, place(goalId, personId), words);

export const openWords = (data: PersonalData, { municipality, goalId, personId }: Named, words: Buffer): string =>
  data.decrypt(municipality, place(goalId, personId), words);
