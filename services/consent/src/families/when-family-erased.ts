import { FamilyErased, FamilyPlanSnapshot, type CloudEvent, type EventData, type Snapshot } from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';

@Controller()
export class WhenFamilyErased {
  /**
   * Nobody has a relation to it any more. Who was in it stays, by id: bases, orientations and look-ups are asked about by
   * person. Why somebody was refused an orientation goes with it.
   */
  @On(FamilyErased)
  async keep({ data }: CloudEvent<EventData<typeof FamilyErased>>, { tx }: EventContext): Promise<void> {
    await tx.query(
      'INSERT INTO erased_family (municipality, family_id) VALUES (helhed.tenant(), $1) ON CONFLICT DO NOTHING',
      [data.familyId],
    );
    await tx.query('UPDATE orientation SET reason = NULL WHERE municipality = helhed.tenant() AND family_id = $1', [
      data.familyId,
    ]);
  }

  /** Of a family-plan that was restored from before it was erased, it is there again, until it is erased anew. */
  @On(FamilyPlanSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey) || events.some(({ type }) => type === FamilyErased.type)) return;
    await tx.query('DELETE FROM erased_family WHERE municipality = helhed.tenant() AND family_id = $1', [orderKey]);
  }
}
