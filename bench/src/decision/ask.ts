import { AccessQuery, type AccessFacts, type Question, type ThingInSql } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { familiesOfUnit } from './store.js';

export const thing: ThingInSql = {
  family: 't.family_id',
  programme: 't.programme',
  members: 't.persons',
  own: ({ unit }) => ({ triage: { holds: `t.triage_unit = ${unit}` }, lead: { holds: 'true' } }),
  sections: { 'referral.outcome': { persons: 't.persons', owners: 'ARRAY[t.triage_unit]' } },
};

/** The partner of the family with this number asks for the outcome, which two consents cover. */
export const asked = (number: number): Question => ({
  actor: { kind: 'person', sub: 'trine', unit: `school-${Math.floor(number / familiesOfUnit)}`, function: 'teacher' },
  relations: ['triage', 'team', 'contact', 'partner', 'lead'],
  sections: ['referral.outcome'],
  today: '2026-10-05',
  standing: [],
});

/** What an answer has of a thing. */
const columns = {
  id: 't.id',
  familyId: 't.family_id',
  programme: 't.programme',
  unit: 't.unit',
  triageUnit: 't.triage_unit',
  state: 't.state',
};
const selected = Object.entries(columns)
  .map(([name, of]) => `${of} AS "${name}"`)
  .join(', ');

interface Row {
  readonly id: number;
  readonly facts: AccessFacts;
}

/** One thing with what its decision rests on, in one statement. */
export async function fetchOne(tx: Tx, number: number): Promise<{ query: AccessQuery; row: Row | undefined }> {
  const query = new AccessQuery(asked(number), thing);
  const [row] = await query.rows<Row>(
    tx,
    `SELECT ${selected}, ${query.facts} AS facts FROM thing t WHERE t.id = ${query.value(number, 'int')}`,
  );
  return { query, row };
}

export const fetchBare = (tx: Tx, number: number): Promise<object[]> =>
  tx.prepared(`SELECT ${selected} FROM thing t WHERE t.id = $1`, [number]);

/** The first page of what the partner reaches, each item decided. @returns how many show the section */
export async function listDecided(tx: Tx, number: number): Promise<number> {
  const query = new AccessQuery(asked(number), thing);
  const from = `thing t WHERE ${query.reached} ORDER BY t.id LIMIT 50`;
  const rows = await query.page<Row>(tx, { columns, from });
  return rows.filter((row) => query.decide(row.facts).shows('referral.outcome')).length;
}

/** The same rows without a decision: by the thing's own unit. */
export const listBare = (tx: Tx, number: number): Promise<object[]> =>
  tx.prepared(`SELECT ${selected} FROM thing t WHERE t.unit = $1 ORDER BY t.id LIMIT 50`, [asked(number).actor.unit]);
