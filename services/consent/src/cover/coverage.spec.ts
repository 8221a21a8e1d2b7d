import type { ConsentRule } from '@helhed/contracts';
import fc from 'fast-check';
import type { PurposesOfVersion } from './consent-rule.js';
import { coverageOf, type Covering, type CoverageFacts, type CoverState } from './coverage.js';
import type { PersonFacts } from './needed.js';
import { takesAway } from './takes-away.js';
import { turnsOf } from '../families/turns.js';

const dayMs = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');
/** Two and a half years, over a 29 February. */
const horizon = 900;
const day = (number: number): string => new Date(start + number * dayMs).toISOString().slice(0, 10);
const someDay = fc.integer({ min: -50, max: horizon + 50 }).map(day);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

const adults = ['maja', 'jonas', 'grandmother'] as const;
const children = ['alma', 'bo'] as const;
const persons = [...adults, ...children];
const paragraphs = ['§ 1', '§ 2'];
/** Whom the oracle knows as it was generated; the code knows birth dates only by the days of its rules. */
interface Child {
  readonly birthDate: string | null;
  readonly custody: PersonFacts['custody'];
  readonly households: string[];
}

const rule: fc.Arbitrary<Omit<ConsentRule, 'validFrom'>> = fc.record(
  {
    consentOf: fc.constantFrom('custody-holders', 'resident-parent', 'own'),
    ownVoice: fc.record({ age: fc.integer({ min: 12, max: 17 }), mode: fc.constantFrom('also', 'alone') }),
    exceptions: fc.subarray(paragraphs, { minLength: 1 }),
  },
  { requiredKeys: ['consentOf'] },
);
const rules = fc
  .uniqueArray(fc.tuple(fc.oneof(fc.constant('2020-01-01'), someDay), rule), {
    minLength: 1,
    maxLength: 3,
    selector: ([from]) => from,
  })
  .map((all) => all.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([validFrom, rest]) => ({ validFrom, ...rest })));
const versions: fc.Arbitrary<PurposesOfVersion[]> = fc
  .array(fc.tuple(someDay, rules), { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.map(([validFrom, of], index) => ({
      version: index + 1,
      validFrom: index === 0 ? '2020-01-01' : validFrom,
      purposes: of.length > 0 ? { cooperation: { rules: of } } : {},
    })),
  );
const birth = fc.oneof(
  fc.integer({ min: 0, max: 20 * 366 }).map((days) => new Date(start - days * dayMs).toISOString().slice(0, 10)),
  fc.constantFrom('2012-02-29', '2008-02-29', '2010-03-01', '2008-03-01'),
);
const period = fc
  .tuple(fc.constantFrom(...adults), fc.option(someDay), fc.option(someDay))
  .map(([holderId, from, to]) => ({ holderId, from, to }));
const households = fc.subarray(['hers', 'his'], { minLength: 1 });
const child: fc.Arbitrary<Child> = fc.record({
  birthDate: fc.option(birth, { freq: 8 }),
  custody: fc.array(period, { maxLength: 4 }),
  households,
});
const world = fc.record({
  versions,
  alma: child,
  bo: child,
  majority: maybe(fc.tuple(someDay, fc.constantFrom(17, 18, 21))),
  homes: fc.record({ maja: households, jonas: households, grandmother: households }),
});
const basis: fc.Arbitrary<Covering> = fc.record({
  kind: fc.constant('consent'),
  purpose: fc.constant('cooperation'),
  persons: fc.subarray(persons, { minLength: 1 }),
  givers: fc
    .oneof({ weight: 1, arbitrary: fc.subarray(persons) }, { weight: 3, arbitrary: fc.constant(persons) })
    .chain((some) =>
      fc.tuple(
        ...some.map((personId) =>
          fc.record({
            personId: fc.constant(personId),
            withdrawn: fc.oneof(
              { weight: 9, arbitrary: fc.constant(false) },
              { weight: 1, arbitrary: fc.constant(true) },
            ),
          }),
        ),
      ),
    ),
  leftOut: fc.array(fc.record({ person: fc.constantFrom(...persons), paragraph: fc.constantFrom(...paragraphs) }), {
    maxLength: 2,
  }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const majorityOf = ({ majority }: World) => [
  { validFrom: '2020-01-01', value: 18 },
  ...(majority ? [{ validFrom: majority[0], value: majority[1] }] : []),
];

function factsOf(given: World): CoverageFacts {
  const ages = [
    ...given.versions.flatMap(({ purposes }) =>
      (purposes?.cooperation?.rules ?? []).flatMap((each) => each.ownVoice?.age ?? []),
    ),
    ...majorityOf(given).map(({ value }) => value),
  ];
  const people = new Map<string, PersonFacts>(
    adults.map((name) => [name, { adult: true, turns: [], custody: [], households: given.homes[name] }]),
  );
  for (const name of children) {
    const { birthDate, custody, households: homes } = given[name];
    people.set(name, { adult: false, turns: birthDate ? turnsOf(birthDate, ages) : [], custody, households: homes });
  }
  return { people, versions: given.versions, majority: majorityOf(given) };
}

/** The page's tables (A-BAS-08, 09), day by day, from birth dates and in the plainest way. */
function oracle(given: World, asked: Covering, person: string, on: string): CoverState {
  let version: PurposesOfVersion | undefined;
  for (const each of given.versions) if (each.validFrom <= on) version = each;
  let inForce: ConsentRule | undefined;
  for (const each of version?.purposes?.cooperation?.rules ?? []) if (each.validFrom <= on) inForce = each;
  if (!inForce) return 'incomplete';
  const ageOn = (birthDate: string) =>
    Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
  let ofAge = 18;
  for (const each of majorityOf(given)) if (each.validFrom <= on) ofAge = each.value;
  const needed = new Set<string>();
  const known = (children as readonly string[]).includes(person) ? given[person as 'alma'] : undefined;
  const age = known?.birthDate ? ageOn(known.birthDate) : undefined;
  if (!known || (age !== undefined && age >= ofAge)) needed.add(person);
  else {
    for (const { holderId, from, to } of known.custody) {
      if ((from !== null && on < from) || (to !== null && on >= to)) continue;
      const home = given.homes[holderId as 'maja'];
      if (inForce.consentOf === 'resident-parent' && !home.some((each) => known.households.includes(each))) continue;
      needed.add(holderId);
    }
    if (inForce.ownVoice && age !== undefined && age >= inForce.ownVoice.age) {
      if (inForce.ownVoice.mode === 'alone') needed.clear();
      if (inForce.ownVoice.mode === 'alone' || needed.size > 0) needed.add(person);
    }
  }
  const gave = (who: string, withdrawn: boolean) =>
    asked.givers.some((each) => each.personId === who && each.withdrawn === withdrawn);
  const out = (who: string) =>
    asked.leftOut.some((each) => each.person === who && inForce.exceptions?.includes(each.paragraph));
  if ([...needed].some((who) => gave(who, true))) return 'withdrawn';
  return needed.size > 0 && [...needed].every((who) => gave(who, false) || out(who)) ? 'covered' : 'incomplete';
}

const states = new Map<string, number>();

describe('whom a consent covers', () => {
  it('is on every day what the page’s tables say, whatever the custody, the ages, the rules and the givers', () => {
    fc.assert(
      fc.property(world, basis, (given, asked) => {
        const coverage = coverageOf(asked, factsOf(given), day(0));
        for (const person of asked.persons) {
          const periods = coverage.filter(({ personId }) => personId === person);
          for (let number = 0; number < horizon; number++) {
            const on = day(number);
            const found = periods.filter(({ from, to }) => from <= on && (to === null || on < to));
            const expected = oracle(given, asked, person, on);
            states.set(expected, (states.get(expected) ?? 0) + 1);
            if (found.length !== 1 || found[0]!.state !== expected)
              throw new Error(`${person} on ${on}: ${found.map(({ state }) => state).join(' and ')}, not ${expected}`);
          }
        }
      }),
      { numRuns: 400 },
    );
    const all = [...states.values()].reduce((sum, each) => sum + each, 0);
    for (const state of ['covered', 'withdrawn', 'incomplete'])
      expect((states.get(state) ?? 0) / all).toBeGreaterThan(0.05);
  });

  it('is told in periods that follow on each other without a gap, and differ', () =>
    fc.assert(
      fc.property(world, basis, (given, asked) => {
        const coverage = coverageOf(asked, factsOf(given), day(0));
        for (const person of asked.persons) {
          const periods = coverage.filter(({ personId }) => personId === person);
          expect(periods[0]?.from).toBe(day(0));
          expect(periods.at(-1)?.to).toBeNull();
          periods.slice(1).forEach(({ from, state }, index) => {
            expect(from).toBe(periods[index]!.to);
            expect(state).not.toBe(periods[index]!.state);
          });
        }
      }),
    ));

  it.each(['statute', 'single-exchange', 'vital-interest'])(
    'is everybody whom it names, where it is of the kind %s',
    (kind) => {
      const asked = { kind, purpose: 'cooperation', persons: ['alma'], givers: [], leftOut: [] };
      const facts = { people: new Map(), versions: [], majority: [{ validFrom: '2020-01-01', value: 18 }] };
      expect(coverageOf(asked, facts, day(0))).toEqual([
        { personId: 'alma', state: 'covered', from: day(0), to: null },
      ]);
    },
  );
});

describe('whether a change takes access away', () => {
  it('is so when a day to come was covered and is not: found as by looking at every day', () =>
    fc.assert(
      fc.property(
        world,
        world,
        basis,
        fc.nat(horizon - 1),
        fc.option(someDay),
        (before, after, asked, today, validTo) => {
          const standing = (given: World) => ({
            coverage: coverageOf(asked, factsOf(given), day(0)),
            validFrom: day(100),
            validTo,
            ended: null,
          });
          const inForce = (on: string) => on >= day(100) && (validTo === null || on < validTo);
          const lost = asked.persons.some((person) =>
            Array.from({ length: horizon - today }, (_, number) => day(today + number)).some(
              (on) =>
                inForce(on) &&
                oracle(before, asked, person, on) === 'covered' &&
                oracle(after, asked, person, on) !== 'covered',
            ),
          );
          const found = takesAway(standing(before), standing(after), day(today));
          // beyond the days that were looked at there may be more
          if (lost) expect(found).toBe(true);
          else if (validTo !== null && validTo <= day(horizon)) expect(found).toBe(false);
        },
      ),
      { numRuns: 200 },
    ));
});
