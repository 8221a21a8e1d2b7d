import { SessionHeld, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { holdFacts } from '../cover/lock-facts.js';
import { HeldMeeting, lockMeetings } from './held-meeting.js';
import { useUpExchanges } from './use-up-exchanges.js';

type Held = CloudEvent<EventData<typeof SessionHeld>>;

@Controller()
export class WhenSessionHeld {
  @On(SessionHeld)
  async useUp({ data: { sessionId, familyId, heldOn } }: Held, { tx }: EventContext): Promise<void> {
    await holdFacts(tx);
    await lockMeetings(tx, [sessionId]);
    const { manager, municipality } = tx;
    const held = { municipality, meetingId: sessionId, familyId, heldOn };
    await manager.createQueryBuilder().insert().into(HeldMeeting).values(held).orIgnore().execute();
    await useUpExchanges(tx, sessionId, heldOn, { familyId });
  }
}
