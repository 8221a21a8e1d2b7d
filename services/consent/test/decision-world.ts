import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import fc from 'fast-check';
import { programme } from './families.js';

const units = ['visitation', 'db-solsikken', 'familiestuen', 'skole-nord'] as const;
const functions = ['triager', 'pedagogue', 'group-leader', 'teacher', 'programme-lead', 'family-coordinator'] as const;
export const persons = Array.from({ length: 4 }, newId);
export const families = Array.from({ length: 3 }, newId);
export const referrals = Array.from({ length: 4 }, newId);
/** Each referral's, where it has one. */
const places = referrals.map(newId);

const unit = fc.constantFrom(...units);
const family = fc.constantFrom(...families);
const someone = fc.constantFrom('pia', 'kim');
export const pairs = units.flatMap((of) => functions.map((name) => ({ unit: of, function: name })));
const pair = fc.constantFrom(...pairs);

/** Rows as events leave them; most of them tie the family to somebody. */
export const generated = fc.record({
  members: fc.tuple(...families.map(() => fc.subarray(persons, { minLength: 1 }))),
  referrals: fc.tuple(
    ...referrals.map(() =>
      fc.record({
        family,
        unit,
        triage: fc.option(unit),
        ended: fc.option(fc.constantFrom('declined', 'withdrawn', 'closed'), { freq: 3 }),
        matched: fc.boolean(),
      }),
    ),
  ),
  /** In the place of a referral of the family, or in one that no referral here has */
  seats: fc.array(fc.record({ family, unit, own: fc.boolean() }), { maxLength: 3 }),
  rows: fc.array(
    fc.record({
      family,
      pair,
      sub: someone,
      kind: fc.constantFrom('coordinator', 'team', 'contact', 'partner', 'institution'),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  bases: fc.array(
    fc.record({
      from: unit,
      to: unit,
      purpose: fc.constantFrom('outcome-to-sender', 'cooperation', 'coordination'),
      categories: fc.subarray(['referral-outcome', 'family-structure', 'identity', 'enrolment'], { minLength: 1 }),
      covered: fc.subarray(persons, { minLength: 2 }),
      state: fc.constantFrom('covered', 'covered', 'covered', 'withdrawn'),
    }),
    { maxLength: 8 },
  ),
  barred: fc.array(fc.record({ sub: someone, person: fc.constantFrom(...persons) }), { maxLength: 1 }),
  retired: fc.option(fc.constantFrom('skole-nord', 'visitation'), { freq: 3 }),
  institutions: fc.subarray(['skole-nord', 'db-solsikken']),
});
export type Generated = typeof generated extends fc.Arbitrary<infer T> ? T : never;

const tables = [
  'helhed.basis_person',
  'helhed.basis_replica',
  'helhed.referral_replica',
  'helhed.seat_replica',
  'helhed.relation_replica',
  'helhed.barred_person',
  'helhed.unit_replica',
  'referral_persons',
  'family_member',
  'helhed.unit_function',
];

export async function store(tx: Tx, given: Generated): Promise<void> {
  for (const table of tables) await tx.query(`DELETE FROM ${table} WHERE municipality = helhed.tenant()`);
  const insert = async (table: string, rows: readonly object[]) => {
    for (const row of rows) {
      const [names, values] = [Object.keys(row), Object.values(row)];
      const marks = values.map((_, n) => `$${n + 1}`);
      await tx.query(
        `INSERT INTO ${table} (municipality, ${names.join(', ')}) VALUES (helhed.tenant(), ${marks.join(', ')})`,
        values,
      );
    }
  };
  const open = { from_date: '2026-01-01', to_date: null };
  await insert('helhed.unit_function', pairs);
  await insert(
    'helhed.unit_replica',
    units.map((code) => ({
      code,
      parent: null,
      retired: code === given.retired,
      inside_parent: false,
      outside: false,
      institution: given.institutions.includes(code),
    })),
  );
  await insert(
    'family_member',
    given.members.flatMap((of, n) =>
      of.map((person_id) => ({ family_id: families[n], person_id, role: 'parent', households: [families[n]] })),
    ),
  );
  for (const [n, of] of given.referrals.entries()) {
    const id = referrals[n]!;
    const version = { programme, programme_version: 1 };
    await insert('helhed.referral_replica', [
      {
        id,
        family_id: of.family,
        ...version,
        referring_unit: of.unit,
        triage_unit: of.triage,
        ended: of.ended,
        place_id: places[n],
      },
    ]);
    const members = given.members[families.indexOf(of.family)];
    if (of.matched) await insert('referral_persons', [{ referral_id: id, persons: members }]);
  }
  await insert(
    'helhed.seat_replica',
    given.seats.map((seat) => {
      const referral = given.referrals.findIndex((of) => seat.own && of.family === seat.family);
      return { id: newId(), family_id: seat.family, place_id: places[referral] ?? newId(), programme, unit: seat.unit };
    }),
  );
  await insert(
    'helhed.relation_replica',
    given.rows.map(({ family: family_id, kind, sub, pair: held }) => {
      const nobody = kind === 'partner' || kind === 'institution';
      const own = { id: newId(), family_id, programme, kind, sub: nobody ? null : sub, ...open };
      const name = { coordinator: 'family-coordinator', institution: null }[kind as string];
      return { ...own, ...held, ...(name !== undefined && { function: name }) };
    }),
  );
  for (const basis of given.bases) {
    const id = newId();
    const { purpose, categories, from, to } = basis;
    await insert('helhed.basis_replica', [
      {
        id,
        family_id: families[0],
        programme,
        kind: 'consent',
        layer: 'disclosure',
        purpose,
        categories,
        from_unit: from,
        to_unit: to,
        valid_from: '2026-01-01',
        epoch: 0,
      },
    ]);
    await insert(
      'helhed.basis_person',
      basis.covered.map((person_id) => ({ basis_id: id, person_id, state: basis.state, ...open })),
    );
  }
  await insert(
    'helhed.barred_person',
    given.barred.map(({ sub, person }) => ({ id: newId(), sub, person_id: person, kind: 'own-person', ...open })),
  );
}

/** Pairs that something ties to a family or a referral. */
export const tiedIn = ({ rows, referrals: of, seats }: Generated) => [
  ...rows.map(({ pair: held }) => held),
  ...of.flatMap(({ unit: sender, triage }) => [
    { unit: sender, function: 'pedagogue' as const },
    { unit: triage ?? sender, function: 'triager' as const },
  ]),
  ...seats.map((seat) => ({ unit: seat.unit, function: 'group-leader' as const })),
];
