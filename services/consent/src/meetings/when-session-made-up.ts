import { SessionMadeUp, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { keepInPlace } from './keep-in-place.js';

type MadeUp = CloudEvent<EventData<typeof SessionMadeUp>>;

@Controller()
export class WhenSessionMadeUp {
  @On(SessionMadeUp)
  async keep({ data: { sessionId: meetingId, replacesId } }: MadeUp, { tx }: EventContext): Promise<void> {
    await keepInPlace(tx, { meetingId, replacesId });
  }
}
