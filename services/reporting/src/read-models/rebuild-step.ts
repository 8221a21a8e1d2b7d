import { snapshots } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { holdBackAppends } from '../facts/append-fact.js';
import { applyFacts, readModels } from './apply-facts.js';
import type { Fact } from './read-model.js';

const factsAStep = 5_000;
const rowsASweep = 20_000;

interface Building {
  readonly generation: number;
  readonly state: 'building' | 'sweeping';
  /** Facts up to this id are in the new generation. */
  readonly cursor: string;
  /** Facts up to this id are all visible: none of them is still to be committed. */
  readonly watermark: string;
  readonly behind: boolean;
}

type FoundFact = Fact & { readonly id: string };

/**
 * One step of the rebuild under way, in one transaction: so another instance may go on after any of them. Readers see the
 * old generation until the last step of building, and the new one after it.
 * @returns whether there is more to do
 */
export async function rebuildStep(tx: Tx): Promise<boolean> {
  const [building] = await tx.query<Building>(
    `SELECT generation, state, cursor, watermark, cursor < watermark AS behind FROM rebuild
     WHERE municipality = helhed.tenant() AND state <> 'done' FOR UPDATE`,
  );
  if (!building) return false;
  if (building.state === 'sweeping') return sweep(tx, building);
  return building.behind ? readOn(tx, building) : catchUp(tx, building);
}

async function readOn(tx: Tx, { generation, cursor, watermark }: Building): Promise<true> {
  const facts = await findFacts(tx, cursor, watermark);
  await applyFacts(tx, generation, facts);
  const reached = facts.length < factsAStep ? watermark : (facts.at(-1) as FoundFact).id;
  await tx.query(
    `UPDATE rebuild SET cursor = $2, facts_read = facts_read + $3, heartbeat = clock_timestamp()
     WHERE municipality = helhed.tenant() AND generation = $1`,
    [generation, reached, facts.length],
  );
  return true;
}

/** With appends held back: either the few facts that are left, and the generation is the current one; or a new watermark. */
async function catchUp(tx: Tx, { generation, cursor }: Building): Promise<true> {
  await holdBackAppends(tx);
  const facts = await findFacts(tx, cursor, null);
  const last = facts.length < factsAStep;
  if (last) await applyFacts(tx, generation, facts);
  await tx.query(
    `UPDATE rebuild SET watermark = coalesce((SELECT max(id) FROM fact WHERE municipality = helhed.tenant()), 0),
       facts_read = facts_read + $2, state = $3, heartbeat = clock_timestamp()
     WHERE municipality = helhed.tenant() AND generation = $1`,
    [generation, last ? facts.length : 0, last ? 'sweeping' : 'building'],
  );
  return true;
}

/** Not those of an incarnation that has ended for their key: the snapshot that came after them tells what still stands. */
const findFacts = (tx: Tx, after: string, upTo: string | null): Promise<FoundFact[]> =>
  tx.query<FoundFact>(
    `SELECT id, type, CASE WHEN type = ANY($3) THEN data END AS data FROM fact f
     WHERE municipality = helhed.tenant() AND id > $1 AND ($2::bigint IS NULL OR id <= $2) AND NOT EXISTS (
       SELECT FROM fact later WHERE later.municipality = helhed.tenant() AND later.source = f.source
         AND later.order_key = f.order_key AND later.incarnation > f.incarnation)
     ORDER BY id LIMIT $4`,
    [after, upTo, readTypes, factsAStep],
  );

// the data of what nothing is made from stays in the database
const readTypes = [...readModels.flatMap(({ evolve }) => [...evolve.keys()]), ...snapshots.map(({ type }) => type)];

/** Throws away the generations before the one that is read now. */
async function sweep(tx: Tx, { generation }: Building): Promise<boolean> {
  let left = false;
  for (const { table } of readModels) {
    const swept = await tx.query(
      `DELETE FROM ${table} WHERE municipality = helhed.tenant() AND ctid = ANY(ARRAY(
         SELECT ctid FROM ${table} WHERE municipality = helhed.tenant() AND generation < $1 LIMIT $2)) RETURNING 1`,
      [generation, rowsASweep],
    );
    left ||= swept.length === rowsASweep;
  }
  await tx.query(
    `UPDATE rebuild SET state = $2, heartbeat = clock_timestamp(), finished_at = CASE WHEN $2 = 'done' THEN clock_timestamp() END
     WHERE municipality = helhed.tenant() AND generation = $1`,
    [generation, left ? 'sweeping' : 'done'],
  );
  return left;
}
