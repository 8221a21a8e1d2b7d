import { seededRandom } from '@helhed/testing';
import { askedOn, scenarios, type Given, type Scenario } from './scenarios.js';

const actors = ['pia', 'vibeke', 'gitte', 'frida', 'lone', 'trine', 'soeren', 'karen', 'søs', 'sif'];
const members = ['mor', 'far', 'barn'];

/** Families of which chance makes what it will; the first is the plain one. The same seed makes the same. */
export function anyScenarios(seed: number, families: number): Scenario[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const given = (): Partial<Given> => {
    const kind = pick<Given['kind']>(['consent', 'consent', 'consent', 'statute', 'single-exchange']);
    const givers = pick([['mor', 'far'], ['mor', 'far'], ['far']]);
    const validFrom = pick(['2026-10-05', '2026-10-05', '2026-10-07']);
    const validTo = pick(['2027-10-01', '2027-10-01', '2026-10-08', validFrom < askedOn ? askedOn : '2026-10-09']);
    const became: Record<Given['kind'], Given['became']> = {
      consent: { takenBack: givers[0] ?? 'mor' },
      statute: 'ended',
      'single-exchange': 'used up',
    };
    const more = random() < 0.4 ? { became: became[kind] } : {};
    return { kind, persons: pick([members, members, ['mor', 'barn']]), givers, validFrom, validTo, ...more };
  };
  const any = (number: number): Scenario => {
    const until = pick<Scenario['until']>(['accepted', 'accepted', 'accepted', 'triage', 'received', 'declined']);
    // rows are set, and a statute is asserted, by the triager, who reaches the family while its referral is open
    const open = until !== 'declined';
    const custodyEnds = open && random() < 0.3 ? { custodyEnds: pick(['mor', 'far']) } : {};
    // those who answer the parent are barred from nothing
    const whom = custodyEnds.custodyEnds ? actors.filter((who) => !['pia', 'soeren'].includes(who)) : actors;
    return {
      name: `any ${number}`,
      until,
      triager: pick(['vibeke', 'vibeke', 'viggo']),
      childBorn: pick(['2022-02-17', '2022-02-17', '2011-01-05']),
      bases: open ? pick<Scenario['bases']>(['none', 'given', given(), given(), given()]) : 'none',
      rows: open ? pick<Scenario['rows']>(['none', 'in force', 'ended']) : 'none',
      ...custodyEnds,
      ...(custodyEnds.custodyEnds && random() < 0.5 && { custodyEndsOn: pick(['2027-03-01', '2027-09-01']) }),
      ...(random() < 0.3 && { attends: pick<'before' | 'never'>(['before', 'never']) }),
      absences: Array.from({ length: upTo(3) }, () => pick([['mor', 'barn'], ['barn'], ['far'], members])),
      plan: { registrations: upTo(2), points: 1 + upTo(2), goals: upTo(3) },
      employees: whom
        .filter(() => random() < 0.06)
        .map((who) => ({
          who,
          kind: pick<'own-person' | 'relative'>(['own-person', 'relative']),
          member: pick(members),
        })),
    };
  };
  const plain = scenarios.find(({ name }) => name === 'plain') as Scenario;
  return [plain, ...Array.from({ length: families - 1 }, (_, index) => any(index + 1))];
}
