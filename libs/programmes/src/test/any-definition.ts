import {
  endingSteps,
  figureCodes,
  isDerivedFact,
  lackingFor,
  parentsParts,
  weekdays,
  type Comparison,
  type ProgrammeDefinition,
  type StatedFact,
} from '@helhed/contracts';
import fc from 'fast-check';
import type { FactValue } from '../facts.js';
import { anyPurposes } from './any-purposes.js';

const trickyWords = fc.constantFrom(
  'ja: nej',
  '# x',
  "d'Or",
  '"',
  '- a',
  'Å\nø',
  'null',
  '0450',
  '{a}',
  '*a',
  '&b',
  '!c',
  '2025-01-01',
  'on',
);
const words = fc.oneof(
  trickyWords,
  fc.string({ unit: 'grapheme', maxLength: 30 }).filter((word) => /\S/.test(word) && !word.includes('\uFFFD')),
);
const text = fc.record({ da: words, en: words });
const code = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const codes = (minLength = 1) => fc.uniqueArray(code, { minLength, maxLength: 4 });
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const range = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30)).map(([min, more]) => ({ min, max: min + more }));

const time = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16);
const slotParts = {
  minutes: fc.integer({ min: 15, max: 240 }),
  weekdays: fc.subarray([...weekdays], { minLength: 1 }),
  start: fc
    .tuple(fc.nat(1000), fc.nat(200))
    .map(([earliest, later]) => ({ earliest: time(earliest), latest: time(earliest + later) })),
};
const slot = fc.record(slotParts);
const groupSlot = fc.record({
  ...slotParts,
  needs: fc.option(fc.subarray(['meal', 'child-minding'] as const, { minLength: 1 }), { nil: undefined }),
});
const meanings = fc.uniqueArray(fc.record({ code, text }), {
  minLength: 1,
  maxLength: 4,
  selector: (each) => each.code,
});
const answer = fc.oneof(
  fc.record({ form: fc.constant('letter' as const) }),
  fc.record({ form: fc.constant('decision' as const), complaint: text }),
);
const many = { minLength: 3, maxLength: 5 };
/** For each step a code that reads as no other does; the third closes a course that was completed. */
const reasons = fc
  .tuple(fc.uniqueArray(code, many), fc.uniqueArray(words, { minLength: 10 }), fc.option(text, { nil: undefined }))
  .map(([each, [...texts], inFigures]) =>
    each.map((one, index) => {
      const common = { code: one, text: { da: texts[index]!, en: texts[index + 5]! }, inFigures };
      if (index < 2) return { ...common, steps: index === 0 ? ['decline' as const] : ['withdraw' as const] };
      const countsAs = index === 2 ? ('completed' as const) : ('dropped' as const);
      return { ...common, steps: index === 3 ? [...endingSteps] : ['close' as const], countsAs };
    }),
  );
const group = fc.integer({ min: 1, max: 20 }).chain((count) =>
  fc.record({
    families: range,
    staff: fc.uniqueArray(fc.record({ function: code, count: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1,
      maxLength: 3,
      selector: (each) => each.function,
    }),
    room: fc.boolean(),
    ageBands: fc.option(
      fc
        .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 3 }), text)
        .map(([starts, label]) =>
          [0, ...starts.toSorted((a, b) => a - b)].map((from) => ({ code: `from-${from}`, from, text: label })),
        ),
      { nil: undefined },
    ),
    attendance: fc.option(
      fc.record({
        reasons: meanings,
        settledAfterDays: fc.integer({ min: 1, max: 92 }),
      }),
      { nil: undefined },
    ),
    refillUntilSession: fc.option(fc.integer({ min: 1, max: count }), { nil: undefined }),
    series: fc.record(
      {
        sessions: fc
          .tuple(groupSlot, fc.integer({ min: 1, max: 8 }))
          .map(([each, everyWeeks]) => ({ ...each, everyWeeks, count })),
        themeEvenings: fc
          .tuple(groupSlot, fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 1, maxLength: 10 }))
          .map(([each, after]) => ({ ...each, afterSessions: after.toSorted((a, b) => a - b) })),
      },
      { requiredKeys: ['sessions'] },
    ),
  }),
);

/** Those of a programme with groups may be placed, each after one of their sessions. */
const conversationsOf = (sessions: number) =>
  fc.uniqueArray(
    fc.record(
      {
        code,
        text,
        required: fc.record({ parents: fc.constantFrom(...parentsParts), functions: codes(0) }),
        ...(sessions > 0 && {
          when: fc
            .tuple(slot, fc.integer({ min: 1, max: sessions }))
            .map(([each, afterSession]) => ({ ...each, afterSession })),
        }),
      },
      { requiredKeys: ['code', 'text', 'required'] },
    ),
    { minLength: 1, maxLength: 3, selector: (each) => each.code },
  );

const fact: fc.Arbitrary<StatedFact> = fc
  .tuple(
    fc.stringMatching(/^[a-z][A-Za-z0-9]{0,10}$/),
    fc.boolean(),
    text,
    fc.constantFrom('boolean', 'integer', 'codes'),
    codes(),
  )
  .filter(([name]) => !isDerivedFact(name))
  .map(([name, required, label, type, values]) => {
    const common = { code: name, required, text: label };
    return type === 'codes'
      ? { ...common, type, values: values.map((value) => ({ code: value, text: label })) }
      : { ...common, type: type as 'boolean' };
  });

const number = fc.nat(20);
function comparisonOf(stated: StatedFact): fc.Arbitrary<Comparison> {
  if (stated.type === 'boolean') return fc.constant({ op: 'isTrue', fact: stated.code });
  if (stated.type === 'integer')
    return fc.record({ op: fc.constantFrom('atMost', 'atLeast'), fact: fc.constant(stated.code), value: number });
  const values = stated.values.map((value) => value.code);
  return fc.oneof(
    fc.subarray(values, { minLength: 1 }).map((value): Comparison => ({ op: 'includesAny', fact: stated.code, value })),
    fc
      .integer({ min: 1, max: values.length })
      .map((value): Comparison => ({ op: 'countAtLeast', fact: stated.code, value })),
  );
}
const derived: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    op: fc.constantFrom('atMost', 'atLeast'),
    fact: fc.constantFrom('youngestChildAge', 'childrenCount'),
    value: number,
  }),
  fc.record({
    op: fc.constant('includesAny'),
    fact: fc.constant('childAges'),
    value: fc.uniqueArray(number, { minLength: 1, maxLength: 3 }),
  }),
);

export const definitions: fc.Arbitrary<ProgrammeDefinition> = fc
  .uniqueArray(fact, { maxLength: 4, selector: (each) => each.code })
  .chain((facts) => {
    const alternatives = fc.tuple(derived, derived).map((of) => ({ op: 'any' as const, of: [...of] }));
    const conditions = fc.tuple(fc.oneof(derived, alternatives), ...facts.map(comparisonOf));
    return fc
      .tuple(
        conditions,
        fc.infiniteStream(fc.constantFrom('required' as const, 'indicating' as const)),
        text,
        day,
        fc.option(group, { nil: undefined }),
      )
      .chain(([whens, kinds, label, validFrom, shape]) => {
        const rest = {
          code,
          version: fc.integer({ min: 1, max: 99 }),
          municipality: fc.stringMatching(/^\d{4}$/),
          name: text,
          description: text,
          mayRefer: fc.record({ functions: codes(), parentsPart: fc.constantFrom(...parentsParts) }),
          selfReferral: fc.boolean(),
          answer: fc.option(answer, { nil: undefined }),
          dutyToInform: fc.option(fc.record({ paragraphs: fc.array(text, { minLength: 1, maxLength: 2 }) }), {
            nil: undefined,
          }),
          conversations: fc.option(conversationsOf(shape?.series.sessions.count ?? 0), { nil: undefined }),
          purposes: fc.option(anyPurposes(day, words), { nil: undefined }),
          retention: fc.record({
            prospectiveFamily: fc.integer({ min: 1, max: 999 }).map((days) => [{ validFrom, days }]),
            video: fc.option(
              fc.integer({ min: 1, max: 999 }).map((days) => [{ validFrom, days }]),
              { nil: undefined },
            ),
            observation: fc.option(
              fc.integer({ min: 1, max: 999 }).map((days) => [{ validFrom, days }]),
              { nil: undefined },
            ),
          }),
          reasons,
          figures: fc.subarray([...figureCodes], { minLength: 1 }),
        };
        const targetGroup = whens.map((when, index) => ({
          code: `rule-${index}`,
          kind: kinds.next().value,
          text: label,
          when,
        }));
        const band = shape
          ? fc.constant({ group: shape })
          : fc.oneof(
              fc.constant({}),
              range.map((targetBand) => ({ targetBand })),
            );
        return fc.tuple(fc.record(rest), band).map(([each, places]) => {
          const definition = { ...each, ...places, validFrom, facts, targetGroup };
          const figures = each.figures.filter((figure) => !lackingFor(figure, definition));
          return { ...definition, figures: figures.length > 0 ? figures : ['referred' as const] };
        });
      });
  });

const factValue: fc.Arbitrary<FactValue> = fc.oneof(fc.boolean(), number, codes(0), fc.array(number, { maxLength: 3 }));
export const cases = definitions.chain((definition) => {
  const names = [...definition.facts.map((each) => each.code), 'youngestChildAge', 'childAges', 'childrenCount'];
  const values = definition.facts.flatMap((each) =>
    each.type === 'codes' ? [fc.constant(each.values.map((value) => value.code))] : [],
  );
  return fc.record({
    definition: fc.constant(definition),
    facts: fc.dictionary(fc.constantFrom(...names), fc.oneof(factValue, ...values)),
  });
});
