import { keepErased, keepThereAgain } from '@helhed/access';
import { FamilyErased, FamilyPlanSnapshot, type CloudEvent, type EventData, type Snapshot } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { eraseFamily } from './erase-family.js';

@Controller()
export class WhenFamilyErased {
  /** Nobody has a relation to it any more. Its feeds stay, empty: whoever subscribes to one is told of nothing by it. */
  @On(FamilyErased)
  async erase({ data }: CloudEvent<EventData<typeof FamilyErased>>, { tx }: EventContext): Promise<void> {
    await keepErased(tx, data.familyId);
    await eraseFamily(tx, data.familyId);
  }

  @On(FamilyPlanSnapshot)
  async settle({ data }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    await keepThereAgain(tx, data);
  }
}
