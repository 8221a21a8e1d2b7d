import { keepErased, keepThereAgain } from '@helhed/access';
import { FamilyErased, FamilyPlanSnapshot, type CloudEvent, type EventData, type Snapshot } from '@helhed/contracts';
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
    await keepErased(tx, data.familyId);
    await tx.query('UPDATE orientation SET reason = NULL WHERE municipality = helhed.tenant() AND family_id = $1', [
      data.familyId,
    ]);
  }

  @On(FamilyPlanSnapshot)
  async settle({ data }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    await keepThereAgain(tx, data);
  }
}
