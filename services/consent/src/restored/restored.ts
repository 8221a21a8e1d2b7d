import type { Tx, Workers } from '@helhed/database';
import { DomainError, type MunicipalityCode } from '@helhed/kernel';

/** A register that was restored from before an epoch which somebody has heard of. */
export interface Restored {
  readonly municipality: MunicipalityCode;
  /** What the register stood at when that was found */
  readonly since: number;
  /** The highest epoch that anybody named */
  readonly named: number;
}

/**
 * From here on no lease is given in the municipality, and consent answers nothing on a revocable ground itself: its own
 * epoch reads -1, as of a family that is closed. By the worker role, which may before the database is open to requests.
 */
export async function closeRegister(workers: Workers, municipality: MunicipalityCode, named: number): Promise<void> {
  await workers.query(
    `WITH closed AS (
       INSERT INTO register_restored AS known (municipality, since, named)
       VALUES ($1, coalesce((SELECT value FROM epoch_counter WHERE municipality = $1), 0), $2)
       ON CONFLICT (municipality) DO UPDATE SET named = greatest(known.named, excluded.named))
     INSERT INTO helhed.access_epoch AS known (municipality, epoch) VALUES ($1, -1)
     ON CONFLICT (municipality) DO UPDATE SET epoch = -1`,
    [municipality, named],
  );
}

/** Leases are given again, each of which demands the epoch as it stands. */
export async function openRegister(tx: Tx, epoch: number): Promise<void> {
  await tx.query('DELETE FROM register_restored WHERE municipality = helhed.tenant()');
  await tx.query(
    `UPDATE helhed.access_epoch SET epoch = $1, ahead = '{}' WHERE municipality = helhed.tenant()`,
    [epoch],
  );
}

export async function findRestored(workers: Workers): Promise<Restored[]> {
  const rows = await workers.query<{ municipality: MunicipalityCode; since: string; named: string }>(
    'SELECT municipality, since, named FROM register_restored ORDER BY municipality',
  );
  return rows.map((row) => ({ ...row, since: Number(row.since), named: Number(row.named) }));
}

export async function isRestored(tx: Tx): Promise<boolean> {
  return (await tx.query('SELECT FROM register_restored WHERE municipality = helhed.tenant()')).length > 0;
}

export const registerRestored = (): DomainError =>
  new DomainError('unavailable', 'register-restored', {
    da: 'Registret er gendannet fra før en tilbagetrækning. Intet, der kan trækkes tilbage, vises, før driften har taget den tilbage igen.',
    en: 'The register was restored from before a withdrawal. Nothing revocable is shown until operations has taken it back again.',
  });
