import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { checkDefinition } from './check-definition.js';
import { programmeDefinition } from './definition.js';
import { definitionRules, ruleText } from './rules.js';

const text = { da: 'Gruppe', en: 'Group' };
const smallest = {
  code: 'sixth',
  version: 1,
  validFrom: '2026-01-01',
  municipality: '0999',
  name: text,
  description: text,
  mayRefer: { functions: ['teacher'], parentsPart: 'none' },
  selfReferral: false,
  facts: [],
  targetGroup: [{ code: 'child', kind: 'required', text, when: { op: 'atLeast', fact: 'childrenCount', value: 1 } }],
  retention: { prospectiveFamily: [{ validFrom: '2026-01-01', days: 30 }] },
  reasons: [
    { code: 'no', text, steps: ['decline', 'withdraw'] },
    { code: 'done', text: { da: 'Slut', en: 'Over' }, steps: ['close'], countsAs: 'completed' },
  ],
  figures: ['referred'],
};
const problemsOf = (input: unknown) => checkDefinition(input).problems.map(({ field, rule }) => [field, rule]);

it('the smallest definition has no problem and comes back as it was', () => {
  expect(checkDefinition(smallest)).toEqual({ definition: smallest, problems: [] });
});

it('what was published before its reasons were one list is read, and not published again', () => {
  const reasons = [{ code: 'course-completed', text }];
  const { reasons: _reasons, ...without } = smallest;
  for (const earlier of [without, { ...smallest, answer: { form: 'letter', reasons }, reasons }]) {
    expect(programmeDefinition.parse(earlier)).toEqual(earlier);
    expect(checkDefinition(earlier).definition).toBeUndefined();
  }
  const twice = { ...smallest, answer: { form: 'letter', reasons: [...reasons, ...reasons] } };
  expect(programmeDefinition.safeParse(twice).success).toBe(false);
});

it.each([null, undefined, 1, 'text', [], true])('%j has one problem: its type', (input) =>
  expect(problemsOf(input)).toEqual([['', 'type']]),
);

it('every field that is missing is named', () => {
  expect(problemsOf({})).toEqual(Object.keys(smallest).map((field) => [field, 'required']));
});

it.each([
  ['a control character', 'A\u0000'],
  ['half a character', '\ud83d'],
  ['a lost letter', 'B\uFFFDrn'],
  ['nothing to read', ' \n'],
])('a text with %s cannot be stored or read', (_, da) => {
  expect(problemsOf({ ...smallest, name: { da, en: 'Group' } })).toEqual([['name.da', 'format']]);
});

it('a line break in a text is fine', () => {
  expect(problemsOf({ ...smallest, description: { da: 'To\nlinjer', en: 'Two\n\tlines' } })).toEqual([]);
});

it('whatever is put in its place, a field is never read wrongly in silence', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(smallest)), fc.anything(), (field, value) => {
      const { definition, problems } = checkDefinition({ ...smallest, [field]: value });
      const named =
        problems.some((each) => each.field.startsWith(field)) && problems.every((each) => each.rule in definitionRules);
      expect(named || isDeepStrictEqual(definition, { ...smallest, [field]: value })).toBe(true);
    }),
  );
});

it('a conversation is placed after a session, so by a programme with groups alone', () => {
  const start = { earliest: '09:00', latest: '13:00' };
  const when = { afterSession: 1, minutes: 45, weekdays: ['monday'], start };
  const talk = { code: 'start', text, required: { parents: 'every-parent', functions: [] } };
  expect(problemsOf({ ...smallest, conversations: [talk] })).toEqual([]);
  const placed = { ...smallest, conversations: [{ ...talk, when }] };
  expect(problemsOf(placed)).toEqual([['conversations.0.when.afterSession', 'no-such-session']]);
});

it('no fields are let in that the schema does not name', () => {
  expect(problemsOf({ ...smallest, notes: 'x', name: { ...text, de: 'Gruppe' } })).toEqual([
    ['name.de', 'unknown'],
    ['notes', 'unknown'],
  ]);
});

const number = '6101901234';

it.each<[string, object, string[]]>([
  ['a code', { code: `family-${number}` }, ['code', 'holds-cpr']],
  [
    'a code, hyphened',
    { mayRefer: { functions: ['610190-1234'], parentsPart: 'none' } },
    ['mayRefer.functions.0', 'holds-cpr'],
  ],
  ['a text', { name: { da: `Ring ${number}`, en: 'Group' } }, ['name.da', 'holds-cpr']],
  ['a field’s name', { [number]: 1 }, ['*', 'unknown']],
])('a person’s number in the place of %s is refused and not repeated', (_, change, expected) => {
  const { problems } = checkDefinition({ ...smallest, ...change });
  expect(problems.map(({ field, rule }) => [field, rule])).toContainEqual(expected);
  expect(JSON.stringify(problems.map(({ field, rule, message }) => [field, rule, message]))).not.toMatch(/610190|1234/);
});

it.each([
  ['figures', { figures: Array.from({ length: 100_000 }, () => 0) }, [['figures', 'too-big']]],
  ['facts', { facts: Array.from({ length: 101 }, () => 0) }, [['facts', 'too-big']]],
  ['fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`f${n}`, n])), [['', 'too-big']]],
])('%s beyond any measure are one problem', (_, change, expected) => {
  expect(problemsOf({ ...smallest, ...change })).toEqual(expected);
});

it('twenty problems are told at a time', () => {
  expect(problemsOf({ ...smallest, facts: Array.from({ length: 50 }, () => 0) })).toHaveLength(20);
  expect(problemsOf({ ...smallest, figures: Array.from({ length: 50 }, () => 'referred') })).toHaveLength(20);
  const unknown = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`f${n}`, n]));
  expect(problemsOf({ ...smallest, ...unknown })).toHaveLength(20);
});

it('a list that holds itself is refused like any other', () => {
  const endless: unknown[] = [];
  endless.push(endless);
  expect(problemsOf({ ...smallest, figures: endless })).toEqual([['figures.0', 'not-one-of']]);
});

it('a rule is told in both languages, with what stands in its place as it is', () => {
  expect(ruleText('unknown', '$&')).toEqual({ da: 'Feltet kendes ikke: $&', en: 'No such field: $&' });
});
