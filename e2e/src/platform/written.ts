import type { Asked } from '../story/asked.js';

/** What somebody wrote in words, a name or a sentence, and where it was sent. */
export interface Written {
  readonly text: string;
  readonly path: string;
}

/** Whatever was sent in a body and has two words or more: a new field is among them without a line here. */
export const writtenIn = (asked: readonly Asked[]): Written[] =>
  asked
    // a definition is no word of or about anybody, and every service has a copy
    .filter(({ path, status }) => status < 300 && !path.endsWith('/programmes'))
    .flatMap(({ path, sent }) => textsOf(sent).map((text) => ({ text, path })));

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return /\p{L}{2,} \p{L}{2,}/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
