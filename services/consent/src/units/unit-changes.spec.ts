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
const subs = fc.uniqueArray(fc.constantFrom('pia', 'kim', 'tove', 'vibeke')).map((list) => new Set(list));
const seen: fc.Arbitrary<Units> = fc.record({
  units: fc.uniqueArray(unit, { selector: (each) => each.unit }),
  holders: fc.uniqueArray(fc.tuple(code, subs), { selector: ([of]) => of }).map((list) => new Map(list)),
});

const nothing: Units = { units: [], holders: new Map() };

/** What somebody knows who has heard the changes. */
function heard(known: Units, { units, members }: ReturnType<typeof unitChanges>): Units {
  const now = new Map(known.units.map((each) => [each.unit, each]));
  for (const each of units) now.set(each.unit, each);
  const holders = new Map(known.holders);
  for (const of of members) holders.set(of.unit, new Set(of.members));
  return { units: [...now.values()], holders };
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
            const holders = retired.has(of) ? new Set() : (reading.holders.get(of) ?? new Set());
            expect(after.holders.get(of) ?? new Set()).toEqual(holders);
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
    const again = { units: [{ ...old, retired: false }], holders: new Map([['skole-nord', new Set(['pia'])]]) };
    expect(unitChanges({ units: [old], holders: new Map() }, again)).toEqual({
      units: [],
      members: [],
      takenUp: ['skole-nord'],
    });
  });
});
