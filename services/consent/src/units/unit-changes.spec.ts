import fc from 'fast-check';
import { unitChanges, type Units } from './unit-changes.js';
import type { Unit } from './unit-tree.js';

const codes = ['visitation', 'db-solsikken', 'skole-nord', 'familiestuen', 'region'];
const code = fc.constantFrom(...codes);
const unit = fc.record<Unit>({
  unit: code,
  parent: fc.option(code),
  retired: fc.boolean(),
  insideParent: fc.boolean(),
  outside: fc.boolean(),
  institution: fc.boolean(),
});
const byUnit = (...of: string[]) => {
  const some = fc.uniqueArray(fc.constantFrom(...of)).map((list) => new Set(list));
  return fc.uniqueArray(fc.tuple(code, some), { selector: ([unit]) => unit }).map((list) => new Map(list));
};
const seen: fc.Arbitrary<Units> = fc.record({
  units: fc.uniqueArray(unit, { selector: (each) => each.unit }),
  holders: byUnit('pia', 'kim', 'tove', 'vibeke'),
  functions: byUnit('teacher', 'pedagogue'),
});

const none = { holders: new Map(), functions: new Map() };
const nothing: Units = { units: [], ...none };

/** What somebody knows who has heard the changes. */
function heard(known: Units, { units, members }: ReturnType<typeof unitChanges>): Units {
  const now = new Map(known.units.map((each) => [each.unit, each]));
  for (const each of units) now.set(each.unit, each);
  const [holders, functions] = [new Map(known.holders), new Map(known.functions)];
  for (const of of members) {
    holders.set(of.unit, new Set(of.members));
    functions.set(of.unit, new Set(of.functions));
  }
  return { units: [...now.values()], holders, functions };
}

const find = ({ units }: Units, of: string) => units.find((each) => each.unit === of);

describe('what is told of units', () => {
  it('lets whoever hears it know each unit as Keycloak has it, once, and a retired one as retired for good', () => {
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 6 }), (readings) => {
        let known = nothing;
        const retired = new Set<string>();
        for (const reading of readings) {
          const changes = unitChanges(known, reading);
          const after = heard(known, changes);
          for (const of of codes) {
            const [before, there, now] = [find(known, of), find(reading, of), find(after, of)];
            if (retired.has(of)) expect(now).toEqual(before);
            else if (there) expect(now).toEqual(there);
            else if (before) expect(now).toEqual({ ...before, retired: true });
            else expect(now).toBeUndefined();
            if (now?.retired) retired.add(of);
            for (const what of ['holders', 'functions'] as const) {
              const wanted = retired.has(of) ? new Set() : (reading[what].get(of) ?? new Set());
              expect(after[what].get(of) ?? new Set()).toEqual(wanted);
            }
          }
          expect(unitChanges(after, reading)).toMatchObject({ units: [], members: [] });
          known = after;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names the code of a retired unit that stands on a group again, and gives it to nobody', () => {
    const plain = { parent: null, insideParent: false, outside: false, institution: false };
    const old: Unit = { ...plain, unit: 'skole-nord', retired: true };
    const again = {
      ...none,
      units: [{ ...old, retired: false }],
      holders: new Map([['skole-nord', new Set(['pia'])]]),
    };
    expect(unitChanges({ units: [old], ...none }, again)).toEqual({
      units: [],
      members: [],
      takenUp: ['skole-nord'],
    });
  });
});
