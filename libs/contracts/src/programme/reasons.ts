import { z } from 'zod';
import { code } from '../fields.js';
import { duplicates, type Inconsistency } from './inconsistency.js';
import { text } from './texts.js';

/** The steps that end a referral, and say why or with what. */
export const endingSteps = ['decline', 'withdraw', 'close'] as const;
export type EndingStep = (typeof endingSteps)[number];

/** A code that a referral ends with: what its sender reads, where it may be used, and what a course closed with it counts as. */
export const endingReason = z.strictObject({
  code,
  text,
  /** In the parts of figures, where the letter's words are too many. */
  inFigures: text.optional(),
  steps: z.array(z.enum(endingSteps)).min(1).max(endingSteps.length),
  countsAs: z.enum(['completed', 'dropped']).optional(),
});
type EndingReason = z.infer<typeof endingReason>;
export const endingReasons = z.array(endingReason).min(1).max(100);

/** Every step has a code, no two codes read the same, and what closes a course says what it counts as. */
export function reasonInconsistencies(reasons: readonly EndingReason[], figures: readonly string[]): Inconsistency[] {
  const used = new Set(reasons.flatMap(({ steps }) => steps));
  const completed = figures.indexOf('completed');
  return [
    ...duplicates(codesOf(reasons), ['reasons'], ['code']),
    ...(['da', 'en'] as const).flatMap((language) =>
      duplicates(
        reasons.map(({ text: words }) => words[language]),
        ['reasons'],
        ['text', language],
      ),
    ),
    ...reasons.flatMap(({ steps, countsAs }, index): Inconsistency[] => {
      const path = ['reasons', index];
      const closes = steps.includes('close');
      return [
        ...duplicates(steps, [...path, 'steps']),
        ...(closes && !countsAs ? [{ path: [...path, 'countsAs'], rule: 'required' as const, value: 'countsAs' }] : []),
        ...(countsAs && !closes
          ? [{ path: [...path, 'countsAs'], rule: 'only-closing' as const, value: countsAs }]
          : []),
      ];
    }),
    ...endingSteps.flatMap((step): Inconsistency[] =>
      used.has(step) ? [] : [{ path: ['reasons'], rule: 'step-without-reason', value: step }],
    ),
    ...(completed >= 0 && !reasons.some(({ countsAs }) => countsAs === 'completed')
      ? [{ path: ['figures', completed], rule: 'figure-needs-reason' as const, value: 'completed' }]
      : []),
  ];
}

export const codesOf = (reasons: readonly { readonly code: string }[]): string[] =>
  reasons.map(({ code: each }) => each);
