import type { World } from './world.js';

/** How a person is covered by a basis, and when, as the register has it: state, from, to. */
export async function covers(world: World, basis: string, person: string): Promise<[string, string, string | null][]> {
  const rows = await world.rows<{ state: string; from: string; to: string | null }>(
    `SELECT state, from_date::text AS "from", to_date::text AS "to" FROM basis_cover
     WHERE basis_id = $1 AND person_id = $2 ORDER BY from_date`,
    [basis, person],
  );
  return rows.map(({ state, from, to }) => [state, from, to]);
}
