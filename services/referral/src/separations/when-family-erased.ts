import { keepErased } from '@helhed/access';
import { FamilyErased, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { DataOf } from '../data-of.js';
import { giveOpenPlaces } from '../places/assign-place.js';
import { lockQueue } from '../places/queue.js';

@Controller()
export class WhenFamilyErased {
  /** Whom it was kept apart from is no longer known here, and none is recorded of it any more. */
  @On(FamilyErased)
  async handle({ data: { familyId } }: CloudEvent<DataOf<typeof FamilyErased>>, { tx }: EventContext): Promise<void> {
    const referred = await tx.query<{ programme: string }>(
      'SELECT DISTINCT programme FROM referral WHERE municipality = helhed.tenant() AND family_id = $1 ORDER BY programme',
      [familyId],
    );
    // whoever records one holds it too: it was recorded before this, or finds the family erased
    for (const { programme } of referred) await lockQueue(tx, programme);
    await keepErased(tx, familyId);
    const gone = await tx.query<{ programme: string }>(
      `DELETE FROM separation WHERE municipality = helhed.tenant() AND $1 IN (family_id, other_family_id)
       RETURNING programme`,
      [familyId],
    );
    for (const programme of new Set(gone.map((each) => each.programme))) await giveOpenPlaces(tx, programme);
    if (gone.length > 0) tx.log({ kind: 'command', act: 'separation.erase', subjects: [familyId] });
  }
}
