import type { ProgrammeDefinition, TargetGroupRule } from '@helhed/contracts';
import { getDefinition } from './load-all.js';
import type { Facts } from './facts.js';
import { triage } from './triage.js';

const jammerbugt = getDefinition('jammerbugt-styrket-indsats');
const withRules = (...kinds: TargetGroupRule['kind'][]): ProgrammeDefinition => ({
  ...jammerbugt,
  targetGroup: kinds.map((kind, index) => ({
    ...jammerbugt.targetGroup[1]!,
    kind,
    code: `rule-${index}`,
    when: { op: 'isTrue', fact: `fact${index}` },
  })),
});

describe('the suggestion', () => {
  const two = withRules('required', 'indicating');
  it.each<[string, Facts, ProgrammeDefinition]>([
    ['meets', { fact0: true, fact1: true }, two],
    ['doubtful', { fact0: true, fact1: false }, two],
    ['doubtful', { fact0: true }, two],
    ['doubtful', { fact1: true }, two],
    ['doubtful', {}, two],
    ['outside', { fact0: false, fact1: true }, two],
    ['outside', { fact0: false }, two],
    ['meets', { fact0: true }, withRules('required')],
    ['meets', { fact0: true, fact2: true }, withRules('required', 'indicating', 'indicating')],
    ['outside', { fact0: true, fact1: false }, withRules('required', 'required')],
    ['doubtful', { fact0: 'true' as unknown as boolean }, withRules('required')],
  ])('is %s with %j', (suggestion, facts, definition) => expect(triage(definition, facts).suggestion).toBe(suggestion));
});

describe('alternatives', () => {
  it.each<['met' | 'not-met' | 'unknown', Facts]>([
    ['met', { youngestChildAge: 6 }],
    ['met', { youngestChildAge: 7, expectingChild: true }],
    ['met', { expectingChild: true }],
    ['unknown', { youngestChildAge: 7 }],
    ['unknown', { expectingChild: false }],
    ['unknown', {}],
    ['not-met', { youngestChildAge: 7, expectingChild: false }],
  ])('are %s with %j', (outcome, facts) => expect(triage(jammerbugt, facts).rules[0]).toMatchObject({ outcome }));
});

it('every rule says which facts it read and why it came out so, in both languages', () => {
  const { rules } = triage(jammerbugt, { youngestChildAge: 3, parentingSupport: false });
  expect(rules.map(({ rule, facts }) => [rule, facts])).toEqual([
    ['child-0-6', { youngestChildAge: 3, expectingChild: null }],
    ['parenting-skills', { parentingSupport: false }],
    ['placement', { placementConsidered: null }],
  ]);
  expect(rules[0]?.reason).toEqual({
    da: 'Yngste barns alder: 3 (højst 6) eller Familien venter et barn: ikke oplyst',
    en: 'Age of the youngest child: 3 (at most 6) or The family is expecting a child: not stated',
  });
});

it('reasons use the words of the definition for codes', () => {
  const { rules } = triage(getDefinition('brondby-helhedsprojekt'), {
    problems: ['health', 'social'],
    administrations: [],
  });
  expect(rules.slice(2).map(({ reason }) => reason.da)).toEqual([
    'Problemer: sundhed, sociale (mindst 2)',
    'Forvaltninger: ingen (mindst 2)',
  ]);
});
