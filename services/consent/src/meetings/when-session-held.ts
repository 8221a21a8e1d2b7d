import { SessionHeld, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { keepHeld } from './use-up-exchanges.js';

type Held = CloudEvent<EventData<typeof SessionHeld>>;

@Controller()
export class WhenSessionHeld {
  @On(SessionHeld)
  async useUp({ data: { sessionId, familyId, heldOn } }: Held, { tx }: EventContext): Promise<void> {
    await keepHeld(tx, { meetingId: sessionId, familyId, heldOn });
  }
}
