import { kleFacetPattern, kleNumberPattern } from '@helhed/kernel';
import { z } from 'zod';
import { withoutCpr } from '../fields.js';
import { ruleText } from './rules.js';

// Control characters and half characters cannot be stored as jsonb, and U+FFFD is a letter that was lost on the way.
const printable = (value: string): boolean => /\S/.test(value) && !/\uFFFD|[^\P{C}\n\t\p{Cf}]/u.test(value);
/** A text in one language, such as a paragraph as it is cited. */
export const line = withoutCpr(z.string().max(1000)).refine(printable, {
  params: { rule: 'format', value: 'text', ...ruleText('format', 'text') },
});

/** A text that people read, in the platform's two languages. */
export const text = z.strictObject({ da: line, en: line });

const patterns = {
  localTime: { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, example: '15:30' },
  municipality: { pattern: /^\d{4}$/, example: "'0450'" },
  factCode: { pattern: /^[a-z][A-Za-z0-9]{0,62}$/, example: 'parentOnPublicSupport' },
  kleNumber: { pattern: kleNumberPattern, example: '27.24.00' },
  kleFacet: { pattern: kleFacetPattern, example: 'G01' },
} as const;

/** A wall-clock time in Denmark. */
export const localTime = z.string().regex(patterns.localTime.pattern);

/** Four digits in quotes: an unquoted 0450 is the number 450 in YAML. */
export const municipality = z.string().regex(patterns.municipality.pattern);

/** camelCase, since facts become properties of a referral's `facts`. */
export const factCode = withoutCpr(z.string().regex(patterns.factCode.pattern));

/** What casework systems journal the programme's cases under: a subject of KLE and what is done about it. */
export const kle = z.strictObject({
  number: z.string().regex(patterns.kleNumber.pattern),
  facet: z.string().regex(patterns.kleFacet.pattern),
});

/** An example of what a pattern asks for, since people read examples better than patterns. */
export const exampleOf = (pattern: string): string =>
  Object.values(patterns).find((known) => String(known.pattern) === pattern)?.example ?? 'social-worker';

/** Minutes after midnight of a local time. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
