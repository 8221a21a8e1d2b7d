import type { ConsentRule } from '@helhed/contracts';
import { coverageOf } from './coverage.js';
import { daysOfChange, holdersOn, isAdult, neededFor, type PersonFacts } from './needed.js';

const day = '2026-10-05';
const majority = [
  { validFrom: '2020-01-01', value: 18 },
  { validFrom: '2027-01-01', value: 17 },
];
const grown: PersonFacts = { adult: true, turns: [], custody: [], households: ['hers'] };
const child: PersonFacts = {
  adult: false,
  turns: [
    { age: 15, on: day },
    { age: 17, on: '2028-10-05' },
    { age: 18, on: '2029-10-05' },
  ],
  custody: [
    { holderId: 'maja', from: null, to: null },
    { holderId: 'jonas', from: '2026-01-01', to: '2026-12-01' },
    { holderId: 'jonas', from: '2026-06-01', to: null },
  ],
  households: ['hers'],
};
const people = new Map([
  ['maja', grown],
  ['jonas', { ...grown, households: ['his'] }],
  ['alma', child],
  ['bo', { ...child, custody: [] }],
]);
const facts = { people, majority };
const rule = (changes: Partial<ConsentRule> = {}): ConsentRule => ({
  validFrom: '2020-01-01',
  consentOf: 'custody-holders',
  ...changes,
});
const needed = (person: string, by: ConsentRule | undefined, on = day) => neededFor(person, facts, by, on);

describe('whose consent a person needs to be covered (docs/access.md, A-BAS-09)', () => {
  it('nobody’s helps where no rule says whose, or the person is not known', () => {
    expect([needed('alma', undefined), needed('stranger', rule())]).toEqual([[], []]);
  });

  it('an adult’s is the own', () => {
    expect([needed('maja', rule()), needed('alma', rule(), '2028-10-05')]).toEqual([['maja'], ['alma']]);
    expect(needed('alma', rule(), '2028-10-04')).toEqual(['maja', 'jonas']);
  });

  it('a child’s is of who holds custody, and lives with it where the rule asks that', () => {
    expect(needed('alma', rule())).toEqual(['maja', 'jonas']);
    expect(needed('alma', rule({ consentOf: 'resident-parent' }))).toEqual(['maja']);
    expect(needed('bo', rule())).toEqual([]);
  });

  it('a child with an own voice gives it beside them or alone, from the day it turns that age', () => {
    const [also, alone] = (['also', 'alone'] as const).map((mode) => rule({ ownVoice: { age: 15, mode } }));
    expect([needed('alma', also), needed('alma', alone)]).toEqual([['alma', 'maja', 'jonas'], ['alma']]);
    expect([needed('alma', also, '2026-10-04'), needed('alma', alone, '2026-10-04')]).toEqual([
      ['maja', 'jonas'],
      ['maja', 'jonas'],
    ]);
    expect([needed('bo', also), needed('bo', alone)]).toEqual([[], ['bo']]);
    expect(needed('alma', rule({ ownVoice: { age: 16, mode: 'alone' } }))).toEqual(['maja', 'jonas']);
  });
});

it.each([
  ['2025-12-31', ['maja']],
  ['2026-01-01', ['maja', 'jonas']],
  ['2026-12-01', ['maja', 'jonas']],
])('custody is held from its first day until the first on which it is not: on %s by %j', (on, holders) => {
  expect(holdersOn(child, on)).toEqual(holders);
});

it('custody that ended is held no more', () => {
  const ended = { custody: [{ holderId: 'maja', from: null, to: day }] };
  expect([holdersOn(ended, '2026-10-04'), holdersOn(ended, day)]).toEqual([['maja'], []]);
});

it('a person is of age by what was told, or from the day of turning so many years as the day’s rule wants', () => {
  expect(isAdult(grown, majority, day)).toBe(true);
  expect(['2028-10-04', '2028-10-05'].map((on) => isAdult(child, majority, on))).toEqual([false, true]);
  expect(isAdult(child, majority.slice(0, 1), '2028-10-05')).toBe(false);
});

it('whose consent is needed may change on birthdays, when custody begins or ends, and when majority does', () => {
  expect(daysOfChange('stranger', facts, [15])).toEqual([]);
  expect(new Set(daysOfChange('alma', facts, [15, 12]))).toEqual(
    new Set([
      day,
      '2023-10-05',
      '2029-10-05',
      '2028-10-05',
      '2026-01-01',
      '2026-12-01',
      '2026-06-01',
      '2020-01-01',
      '2027-01-01',
    ]),
  );
});

describe('a consent covers', () => {
  const versions = [
    {
      version: 1,
      validFrom: '2020-01-01',
      purposes: { cooperation: { rules: [rule({ exceptions: ['§ 1'] })] } },
    },
  ];
  const states = (givers: [string, boolean][], leftOut: [string, string][] = [], persons = ['alma']) =>
    coverageOf(
      {
        kind: 'consent',
        purpose: 'cooperation',
        persons,
        givers: givers.map(([personId, withdrawn]) => ({ personId, withdrawn })),
        leftOut: leftOut.map(([person, paragraph]) => ({ person, paragraph })),
      },
      { ...facts, versions },
      day,
    )
      .filter(({ from }) => from === day)
      .map(({ personId, state }) => `${personId} ${state}`);

  it.each<[string, [string, boolean][], [string, string][], string]>([
    [
      'all gave it',
      [
        ['maja', false],
        ['jonas', false],
      ],
      [],
      'covered',
    ],
    ['one did not', [['maja', false]], [], 'incomplete'],
    ['nobody did', [], [], 'incomplete'],
    [
      'one took it back',
      [
        ['maja', true],
        ['jonas', false],
      ],
      [],
      'withdrawn',
    ],
    ['one is left out under the rule’s exception', [['maja', false]], [['jonas', '§ 1']], 'covered'],
    ['one is left out under another provision', [['maja', false]], [['jonas', '§ 2']], 'incomplete'],
    ['another than the one who lacks is left out', [['maja', false]], [['maja', '§ 1']], 'incomplete'],
    [
      'one who took it back is left out',
      [
        ['maja', false],
        ['jonas', true],
      ],
      [['jonas', '§ 1']],
      'withdrawn',
    ],
    [
      'somebody else took it back',
      [
        ['maja', false],
        ['jonas', false],
        ['bo', true],
      ],
      [],
      'covered',
    ],
  ])('a child where %s', (_what, givers, leftOut, state) => {
    expect(states(givers, leftOut)).toEqual([`alma ${state}`]);
  });

  it('each person it names, in order, and nobody for whom no one can give it', () => {
    expect(states([['maja', false]], [], ['maja', 'bo', 'jonas'])).toEqual([
      'bo incomplete',
      'jonas incomplete',
      'maja covered',
    ]);
  });
});
