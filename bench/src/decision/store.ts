import type { Tx } from '@helhed/database';

/** Families to a unit: more than a page of fifty. */
export const familiesOfUnit = 60;

/**
 * Families of three members with three bases each, two of them for the partner who asks, a thing each, and as many relation
 * rows as wanted: one is the partner's, the others are of other units.
 */
export async function store(tx: Tx, families: number, relations: number): Promise<void> {
  const number = (of: string) => `lpad((${of})::text, 12, '0')`;
  const id = (kind: string, of = 'n') => `('00000000-0000-4000-${kind}-' || ${number(of)})::uuid`;
  const all = `generate_series(1, ${families}) AS n`;
  const members = `ARRAY(SELECT ${id('9000', 'n * 3 + k')} FROM generate_series(0, 2) AS k)`;
  const unit = `'school-' || n / ${familiesOfUnit}`;
  await tx.query('SET LOCAL statement_timeout = 0');
  for (const [k, layer, to] of [
    [0, 'processing', unit],
    [1, 'disclosure', unit],
    [2, 'processing', `'other'`],
  ] as const)
    await tx.query(`INSERT INTO helhed.basis_replica (municipality, id, family_id, programme, kind, layer, purpose, categories,
        from_unit, to_unit, valid_from, epoch)
      SELECT helhed.tenant(), ${id(`a00${k}`)}, ${id('8000')}, 'course', 'consent', '${layer}', 'cooperation',
        '{family-structure,referral-outcome}', 'visitation', ${to}, '2026-01-01', 0 FROM ${all}`);
  await tx.query(`INSERT INTO helhed.basis_person (municipality, basis_id, person_id, state, from_date)
    SELECT helhed.tenant(), ('00000000-0000-4000-a00' || b || '-' || ${number('n')})::uuid, ${id('9000', 'n * 3 + k')},
      'covered', '2026-01-01' FROM ${all}, generate_series(0, 2) AS k, generate_series(0, 2) AS b`);
  const each = Math.ceil(relations / families);
  await tx.query(`INSERT INTO helhed.relation_replica (municipality, id, family_id, programme, kind, unit, function, from_date)
    SELECT helhed.tenant(), ${id('b000', `n * 1000 + k`)}, ${id('8000')}, 'course', 'partner',
      CASE k WHEN 1 THEN ${unit} ELSE 'other-' || (n + k) % 500 END, 'teacher', '2026-01-01'
    FROM ${all}, generate_series(1, ${each}) AS k`);
  await tx.query(`INSERT INTO thing (municipality, id, family_id, programme, unit, triage_unit, persons, state)
    SELECT helhed.tenant(), n, ${id('8000')}, 'course', ${unit}, 'visitation', ${members}, 'accepted' FROM ${all}`);
}
