import { ConversationHeld, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { keepHeld } from './use-up-exchanges.js';

type Held = CloudEvent<EventData<typeof ConversationHeld>>;

@Controller()
export class WhenConversationHeld {
  /** That it was placed with the family, and held: what came of it is family-plan's. */
  @On(ConversationHeld)
  async useUp({ data: { appointmentId, familyId, heldOn } }: Held, { tx }: EventContext): Promise<void> {
    await keepHeld(tx, { meetingId: appointmentId, familyId, heldOn });
  }
}
