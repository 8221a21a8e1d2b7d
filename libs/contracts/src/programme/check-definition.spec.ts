import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { checkDefinition } from './check-definition.js';
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
  figures: ['referred'],
};
const problemsOf = (input: unknown) => checkDefinition(input).problems.map(({ field, rule }) => [field, rule]);

it('the smallest definition has no problem and comes back as it was', () => {
  expect(checkDefinition(smallest)).toEqual({ definition: smallest, problems: [] });
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

it('no fields are let in that the schema does not name', () => {
  expect(problemsOf({ ...smallest, notes: 'x', name: { ...text, de: 'Gruppe' } })).toEqual([
    ['name.de', 'unknown'],
    ['notes', 'unknown'],
  ]);
});

it('a rule is told in both languages, with what stands in its place as it is', () => {
  expect(ruleText('unknown', '$&')).toEqual({ da: 'Feltet kendes ikke: $&', en: 'No such field: $&' });
});
