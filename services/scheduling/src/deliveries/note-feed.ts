import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import type { FamilyEntry, Recipient } from '../feeds/find-family-entries.js';

interface Shown {
  readonly entries: readonly FamilyEntry[];
  /** It is counted already that something was given out this time */
  readonly isNoted: boolean;
}

/** Whoever subscribes to a feed was told of something in it: in the transaction of the look, and so or not at all. */
export async function noteFeed(tx: Tx, feedId: string, to: Recipient, { entries, isNoted }: Shown): Promise<void> {
  const persons = [...new Set(entries.flatMap((entry) => entry.persons))];
  await tx.query(
    `INSERT INTO delivery (municipality, id, kind, family_id, recipient_id, feed_id, first_on, last_on, times, persons)
     VALUES (helhed.tenant(), $1, 'feed', $2, $3, $4, $5, $5, 1, $6)
     ON CONFLICT (municipality, feed_id) DO UPDATE SET last_on = excluded.last_on, times = delivery.times + $7,
       persons = ARRAY(SELECT unnest(delivery.persons) UNION SELECT unnest(excluded.persons))`,
    [newId(), to.familyId, to.recipientId, feedId, tx.today, persons, isNoted ? 0 : 1],
  );
}
