import fc from 'fast-check';
import type { BasisFact } from '../access-facts.js';
import type { StandingBasis } from '../question.js';
import {
  categories,
  days,
  functions,
  mostly,
  period,
  persons,
  programme,
  today,
  unit,
  type Acting,
} from './vocabulary.js';

/** A person's periods have no gap; now and then the state turns today. */
const line = fc.record({
  personId: fc.constantFrom(...persons),
  state: mostly('covered', 'withdrawn', 'incomplete'),
  turns: fc.nat(9).map((n) => n === 0),
});
const coverage = fc
  .uniqueArray(line, { minLength: 3, maxLength: 4, selector: ({ personId }) => personId })
  .map((lines) =>
    lines.flatMap(({ personId, state, turns }) =>
      turns
        ? [
            { personId, state: 'covered', from: days.longAgo, to: today },
            { personId, state, from: today, to: null },
          ]
        : [{ personId, state, from: days.longAgo, to: null }],
    ),
  );

/** A recorded basis, mostly of use to who asks. */
export const basis = (acting: Acting): fc.Arbitrary<BasisFact> =>
  fc
    .record({
      id: fc.uuid({ version: 4 }),
      programme,
      kind: fc.constantFrom('consent', 'consent', 'consent', 'statute', 'single-exchange', 'vital-interest'),
      layer: fc.constantFrom('processing', 'disclosure'),
      purpose: mostly<string>(
        functions[acting.function][0],
        'cooperation',
        'coordination',
        'contact-support',
        'follow-up',
      ),
      categories,
      // mostly of the unit that carries a family
      fromUnit: fc.oneof({ weight: 2, arbitrary: fc.constant('school') }, { weight: 3, arbitrary: unit }),
      toUnit: mostly(acting.unit, 'clinic'),
      ended: fc.oneof({ weight: 15, arbitrary: fc.constant(null) }, fc.constantFrom('withdrawn', 'ended', 'used-up')),
      period,
      coverage,
    })
    .map(({ period: { from, to }, ...rest }) => ({ ...rest, from, to }));

export const standing = ({ function: name }: Acting): fc.Arbitrary<StandingBasis> =>
  fc.record({
    programme,
    purpose: fc.constant(functions[name][0]),
    relation: fc.constant(functions[name][1]),
    layer: fc.constantFrom('processing', 'disclosure'),
    categories,
    validFrom: mostly<string>(days.longAgo, today, days.tomorrow),
    validTo: mostly<string | undefined>(undefined, today, days.later),
  });
