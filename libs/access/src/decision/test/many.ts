import type { Tx } from '@helhed/database';

/**
 * A municipality of families with three members each, three bases a family (one of them for the unit that asks), a thing
 * a family, and ten families to each partner. Numbers, so that counts grow and what one unit reaches does not.
 */
export async function storeMany(tx: Tx, families: number): Promise<void> {
  await tx.query('SET LOCAL statement_timeout = 0');
  const person = `('00000000-0000-4000-9000-' || lpad((n * 3 + k)::text, 12, '0'))::uuid`;
  const id = (kind: string) => `('00000000-0000-4000-${kind}-' || lpad(n::text, 12, '0'))::uuid`;
  const all = `generate_series(1, ${families}) AS n`;
  const members = `ARRAY(SELECT ${person} FROM generate_series(0, 2) AS k)`;
  for (const layer of ['processing', 'disclosure', 'processing'].entries())
    await tx.query(`INSERT INTO helhed.basis_replica (municipality, id, family_id, programme, kind, layer, purpose, categories,
        from_unit, to_unit, valid_from, epoch)
      SELECT helhed.tenant(), ${id(`a00${layer[0]}`)}, ${id('8000')}, 'course', 'consent', '${layer[1]}', 'cooperation',
        '{family-structure,referral-outcome}', 'house', ${layer[0] === 2 ? `'other'` : `'school-' || n / 10`}, '2026-01-01', 0
      FROM ${all}`);
  await tx.query(`INSERT INTO helhed.basis_person (municipality, basis_id, person_id, state, from_date)
    SELECT helhed.tenant(), ('00000000-0000-4000-a00' || b || '-' || lpad(n::text, 12, '0'))::uuid, ${person}, 'covered',
      '2026-01-01' FROM ${all}, generate_series(0, 2) AS k, generate_series(0, 2) AS b`);
  await tx.query(`INSERT INTO helhed.relation_replica (municipality, id, family_id, programme, kind, unit, function, from_date)
    SELECT helhed.tenant(), ${id('b000')}, ${id('8000')}, 'course', 'partner', 'school-' || n / 10, 'teacher', '2026-01-01'
    FROM ${all}`);
  await tx.query(`INSERT INTO family (municipality, id, members, owners)
    SELECT helhed.tenant(), ${id('8000')}, ${members}, '{house}' FROM ${all}`);
  await tx.query(`INSERT INTO thing (municipality, id, family_id, programme, referring_unit, triage_unit, persons, members)
    SELECT helhed.tenant(), n, ${id('8000')}, 'course', 'day-care-' || n / 10, 'visitation', ${members}, ${members}
    FROM ${all}`);
}

export const family = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
