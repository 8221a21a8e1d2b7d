import type { Tx } from '@helhed/database';
import { IsNull, MoreThan } from 'typeorm';
import { lockReferral, referralNotFound } from '../referrals/load-referral.js';
import type { Referral } from '../referrals/referral.js';
import { isApart } from '../separations/is-apart.js';
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

/**
 * The open place that begins first, of those that can be given still and whose group the family may sit in. The caller holds
 * the queue.
 */
export async function findOpenPlace(tx: Tx, { programme, id }: Referral): Promise<Place | null> {
  const [open] = await tx.query<{ id: string }>(
    `SELECT p.id FROM place p JOIN referral r ON r.municipality = p.municipality AND r.id = $2
     WHERE p.municipality = helhed.tenant() AND p.programme = $1 AND p.state = 'open'
       AND (p.refill_until IS NULL OR p.refill_until > $3) AND NOT ${isApart('p', 'r', '$4::date')}
     ORDER BY p.starts_on, p.id LIMIT 1`,
    [programme, id, tx.now, tx.today],
  );
  return open ? tx.manager.findOneByOrFail(Place, { municipality: tx.municipality, id: open.id }) : null;
}

/** The family that was received first of those that wait and may sit in the place's group. The caller holds the queue. */
export async function findFirstWaiting(tx: Tx, { programme, id }: Place): Promise<Referral | null> {
  const [first] = await tx.query<{ id: string }>(
    `SELECT r.id FROM referral r JOIN place p ON p.municipality = r.municipality AND p.id = $2
     WHERE r.municipality = helhed.tenant() AND r.programme = $1 AND r.state = 'waiting'
       AND NOT ${isApart('p', 'r', '$3::date')}
     ORDER BY r.received_on, r.id LIMIT 1`,
    [programme, id, tx.today],
  );
  return first ? lockReferral(tx, first.id) : null;
}

/** The places of a programme that can be given, the one that begins first in front. The caller holds the queue. */
export function findOpenPlaces({ manager, municipality, now }: Tx, programme: string): Promise<Place[]> {
  const open = { municipality, programme, state: 'open' as const };
  const where = [
    { ...open, refillUntil: IsNull() },
    { ...open, refillUntil: MoreThan(now) },
  ];
  return manager.find(Place, { where, order: { startsOn: 'ASC', id: 'ASC' } });
}
