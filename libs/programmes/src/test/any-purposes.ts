import { basedRelations, ceilingOf, purposeCodes, purposeOf, type PurposeCode } from '@helhed/contracts';
import fc from 'fast-check';

const rulesOf = (day: fc.Arbitrary<string>, words: fc.Arbitrary<string>) =>
  fc.uniqueArray(day, { minLength: 1, maxLength: 3 }).chain((starts) =>
    fc.tuple(
      ...starts.toSorted().map((validFrom) =>
        fc.record(
          {
            validFrom: fc.constant(validFrom),
            consentOf: fc.constantFrom('custody-holders' as const, 'resident-parent' as const, 'own' as const),
            ownVoice: fc.record({
              age: fc.integer({ min: 1, max: 30 }),
              mode: fc.constantFrom('also' as const, 'alone' as const),
            }),
            longest: fc.record({ months: fc.integer({ min: 1, max: 240 }) }),
            exceptions: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
            followUp: fc.record({ withinDays: fc.integer({ min: 1, max: 366 }) }),
          },
          { requiredKeys: ['validFrom', 'consentOf'] },
        ),
      ),
    ),
  );
const standingOf = (purpose: PurposeCode, day: fc.Arbitrary<string>, words: fc.Arbitrary<string>) =>
  fc.record({
    layer: fc.constantFrom('processing' as const, 'disclosure' as const),
    relation: fc.constantFrom(...basedRelations.filter((relation) => purposeOf(relation) === purpose)),
    categories: fc.subarray([...ceilingOf(purpose)], { minLength: 1 }),
    paragraph: words,
    validFrom: day,
  });
/** What any definition may say of purposes. */
export const anyPurposes = (day: fc.Arbitrary<string>, words: fc.Arbitrary<string>) =>
  fc.record(
    Object.fromEntries(
      purposeCodes.map((purpose) => [
        purpose,
        fc.record(
          {
            rules: rulesOf(day, words),
            standing: fc.array(standingOf(purpose, day, words), { minLength: 1, maxLength: 2 }),
          },
          { requiredKeys: [] },
        ),
      ]),
    ),
    { requiredKeys: [] },
  );
