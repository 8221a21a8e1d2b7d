import type { Tx } from '@helhed/database';
import { IsNull, MoreThan } from 'typeorm';
import { referralNotFound } from '../referrals/load-referral.js';
import { Referral } from '../referrals/referral.js';
import { Place } from './place.js';

/**
 * Places and waiting families of a programme meet under the lock of its queue's row: whoever opens a place sees every
 * family that waits, and whoever accepts a family sees every open place. The queue is locked before any referral.
 */
export async function lockQueue(tx: Tx, programme: string): Promise<void> {
  await tx.query('SELECT FROM programme_queue WHERE municipality = helhed.tenant() AND programme = $1 FOR UPDATE', [
    programme,
  ]);
}

/** Locks the queue that a referral belongs to. @throws DomainError `not-found` */
export async function lockQueueOf(tx: Tx, referralId: string): Promise<void> {
  const queues = await tx.query(
    `SELECT FROM programme_queue q JOIN referral r USING (municipality, programme)
     WHERE r.municipality = helhed.tenant() AND r.id = $1 FOR UPDATE OF q`,
    [referralId],
  );
  if (queues.length === 0) throw referralNotFound();
}

/** The open place that begins first, of those that can be given still. The caller holds the queue. */
export function findOpenPlace({ manager, municipality, now }: Tx, programme: string): Promise<Place | null> {
  const open = { municipality, programme, state: 'open' as const };
  const where = [
    { ...open, refillUntil: IsNull() },
    { ...open, refillUntil: MoreThan(now) },
  ];
  return manager.findOne(Place, { where, order: { startsOn: 'ASC', id: 'ASC' } });
}

/** The family that was received first of those that wait. The caller holds the queue. */
export const findFirstWaiting = ({ manager, municipality }: Tx, programme: string): Promise<Referral | null> =>
  manager.findOne(Referral, {
    where: { municipality, programme, state: 'waiting' },
    order: { receivedOn: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
