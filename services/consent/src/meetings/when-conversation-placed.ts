import { ConversationPlaced, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { keepInPlace } from './keep-in-place.js';

type Placed = CloudEvent<EventData<typeof ConversationPlaced>>;

@Controller()
export class WhenConversationPlaced {
  /** One in the place of another that is off: of any other nothing is kept. */
  @On(ConversationPlaced)
  async keep({ data: { appointmentId: meetingId, replacesId } }: Placed, { tx }: EventContext): Promise<void> {
    if (replacesId !== undefined) await keepInPlace(tx, { meetingId, replacesId });
  }
}
