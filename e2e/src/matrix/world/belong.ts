import { programme } from '../oracle/example-world.js';
import type { Row } from '../oracle/world.js';
import type { Citizen, Person } from './cast.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { askedOn, madeOn } from './scenarios.js';

const rows: readonly { readonly kind: Row['kind']; readonly who?: Person; readonly pair: string }[] = [
  { kind: 'coordinator', who: 'frida', pair: 'familieafdelingen:family-coordinator' },
  { kind: 'team', who: 'soeren', pair: 'familieafdelingen:social-worker' },
  { kind: 'team', who: 'hanne', pair: 'db-regnbuen:health-visitor' },
  { kind: 'team', who: 'dagmar', pair: 'db-solsikken:childminder' },
  { kind: 'team', who: 'petra', pair: 'visitation:psychologist' },
  { kind: 'contact', who: 'karen', pair: 'db-solsikken:contact-pedagogue' },
  { kind: 'partner', pair: 'skole-nord:teacher' },
];

/** The triager says who belongs to the family's work. */
export async function setRows(maker: Maker, made: Made): Promise<void> {
  if (made.scenario.rows === 'none') return;
  const to = made.scenario.rows === 'ended' ? { to: askedOn } : {};
  await setAttendance(maker, made);
  for (const { kind, who, pair } of rows) {
    const [unit = '', name = ''] = pair.split(':');
    const sub = who && maker.cast.as(who).sub;
    const body = {
      familyId: made.family.id,
      programme,
      kind,
      unit,
      function: name,
      from: madeOn,
      ...to,
      ...(sub && { sub }),
    };
    const { id } = await maker.post<{ id: string }>(
      made.scenario.triager ?? 'vibeke',
      '/family-plan/v1/relations',
      body,
    );
    made.rows.push({ id, family: made.family.id, programme, kind, unit, function: name, sub, from: madeOn, ...to });
  }
}

/** The institutions that the rows name. */
const attended = ['db-solsikken', 'skole-nord'];

async function setAttendance(maker: Maker, { scenario, family, persons, rows: known }: Made): Promise<void> {
  if (scenario.attends === 'never') return;
  const over = scenario.rows === 'ended' || scenario.attends === 'before';
  const child = persons['barn'] ?? '';
  for (const unit of attended) {
    const row = { kind: 'institution', programme, unit, from: madeOn, ...(over && { to: askedOn }) } as const;
    const { id } = await maker.post<{ id: string }>(scenario.triager ?? 'vibeke', '/family-plan/v1/relations', {
      familyId: family.id,
      personId: child,
      ...row,
    });
    known.push({ id, family: family.id, child, ...row });
  }
}

export interface Employee {
  readonly id: string;
  readonly sub: string;
  readonly kind: 'own-person' | 'relative';
  readonly person: string;
  readonly from: string;
}

/** The administrator declares whose own persons and relatives the members are. */
export async function declareEmployees(maker: Maker, made: Made): Promise<Employee[]> {
  const declared: Employee[] = [];
  for (const { who, kind, member } of made.scenario.employees ?? []) {
    const { sub } = maker.cast.as(who as Person);
    const body = { sub, kind, cpr: made.cpr[member], from: madeOn };
    const { id } = await maker.post<{ id: string }>('anders', '/family-plan/v1/employee-relations', body);
    declared.push({ id, sub, kind, person: made.persons[member] ?? '', from: madeOn });
  }
  return declared;
}

/** The lead clears somebody for a colleague's family. */
export async function clear(maker: Maker, made: Made) {
  const given = [];
  for (const who of made.scenario.cleared ?? []) {
    const actor = maker.cast.as(who as Person);
    const [unit = '', name = ''] = actor.asker.pairs?.[0]?.split(':') ?? [];
    const body = { familyId: made.family.id, sub: actor.sub, unit, function: name, from: madeOn, to: '2026-12-01' };
    const { id } = await maker.post<{ id: string }>('lone', '/family-plan/v1/clearances', body);
    given.push({ id, sub: actor.sub, unit, function: name, family: made.family.id, from: madeOn, to: '2026-12-01' });
  }
  return given;
}

/** The triager ends what the scenario says of custody: where it says no day, from the one on that the world is asked on. */
export async function endCustody(maker: Maker, { scenario, custody, persons }: Made): Promise<void> {
  if (!scenario.custodyEnds) return;
  const row = custody.find(({ holder }) => holder === persons[scenario.custodyEnds ?? '']);
  if (!row?.id) throw new Error(`${scenario.name}: no custody of ${scenario.custodyEnds}`);
  const path = `/family-plan/v1/custody/${row.id}:end`;
  const on = scenario.custodyEndsOn ?? askedOn;
  await maker.post(scenario.triager ?? 'vibeke', path, { on }, { ifMatch: 1 });
  custody.splice(custody.indexOf(row), 1, { ...row, to: on });
}

/** A one-time code of the triager's ties the account to the person. */
export async function linkCitizen(maker: Maker, who: Citizen, person: string): Promise<string> {
  const { code } = await maker.post<{ code: string }>('vibeke', `/family-plan/v1/persons/${person}/link-codes`);
  return (await maker.post<{ id: string }>(who, '/family-plan/v1/links:redeem', { code })).id;
}
