import type { BasisChanged, BasisRecorded, EventContract } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { raiseEpoch } from './raise-epoch.js';

type Told<C> = C extends EventContract<infer T> ? T : never;
type Recorded = Told<typeof BasisRecorded>;
type Changed = Told<typeof BasisChanged>;

/** Keeps a basis and whom it covers. What is known of it already stays, its end above all: a restored register tells anew. */
export async function keepBasis(tx: Tx, basis: Recorded): Promise<void> {
  const kept = await tx.query(
    `INSERT INTO helhed.basis_replica (municipality, id, family_id, programme, kind, layer, purpose, categories, from_unit,
       to_unit, valid_from, valid_to, epoch)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
    [
      basis.basisId,
      basis.familyId,
      basis.programme,
      basis.kind,
      basis.layer,
      basis.purpose,
      basis.categories,
      basis.fromUnit,
      basis.toUnit,
      basis.validFrom,
      basis.validTo,
      basis.epoch,
    ],
  );
  if (kept.length > 0) await cover(tx, basis);
}

/**
 * What became of a basis, in one transaction with the count of access taken away. Its end is final. What was told at an
 * earlier count than the last one heard of the basis, as by a register restored from before, gives nothing back.
 * @throws Error for a basis never heard of: the event is parked with the family's later ones, and not forgotten in silence
 */
export async function changeBasis(tx: Tx, change: Changed): Promise<void> {
  const { basisId, ended, endedAt, validTo, epoch, raised } = change;
  const [known] = await tx.query<{ epoch: string }>(
    'SELECT epoch FROM helhed.basis_replica WHERE municipality = helhed.tenant() AND id = $1 FOR UPDATE',
    [basisId],
  );
  if (!known) throw new Error(`basis ${basisId} is not known here`);
  // what does not depend on an answer travels together: in the register all who raise the epoch wait meanwhile
  const written: Promise<unknown>[] = [];
  if (epoch >= Number(known.epoch)) {
    const updated = tx.query(
      `UPDATE helhed.basis_replica SET ended = coalesce(ended, $2),
         ended_at = CASE WHEN ended IS NULL THEN $3 ELSE ended_at END, valid_to = $4, epoch = $5
       WHERE municipality = helhed.tenant() AND id = $1`,
      [basisId, ended, endedAt, validTo, epoch],
    );
    written.push(updated, cover(tx, change));
  }
  if (raised) written.push(raiseEpoch(tx, epoch));
  await Promise.all(written);
}

async function cover(tx: Tx, { basisId, coverage }: Pick<Recorded, 'basisId' | 'coverage'>): Promise<void> {
  await Promise.all([
    tx.query('DELETE FROM helhed.basis_person WHERE municipality = helhed.tenant() AND basis_id = $1', [basisId]),
    tx.query(
      `INSERT INTO helhed.basis_person (municipality, basis_id, person_id, state, from_date, to_date)
       SELECT helhed.tenant(), $1, "personId", state, "from", "to"
       FROM jsonb_to_recordset($2) AS line("personId" uuid, state text, "from" date, "to" date)`,
      [basisId, JSON.stringify(coverage)],
    ),
  ]);
}
