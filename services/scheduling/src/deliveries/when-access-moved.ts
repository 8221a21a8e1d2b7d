import {
  AccessTakenAway,
  BasisChanged,
  BasisRecorded,
  CustodyEnded,
  CustodyRecorded,
  ReferralClosed,
  ReferralWithdrawn,
  RelationEnded,
  RelationSet,
  type CloudEvent,
  type EventData,
} from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { lookSoonOf } from './due-look.js';

/**
 * What may be shown has changed: whether an invitation is to be called off is found out soon, in a transaction of its own,
 * so that what takes access away is applied at once and whatever becomes of that.
 */
@Controller()
export class WhenAccessMoved {
  @On(BasisRecorded)
  async given({ data }: CloudEvent<EventData<typeof BasisRecorded>>, { tx }: EventContext): Promise<void> {
    await lookSoonOf(tx, data.familyId, data.persons);
  }

  /** A basis stays with the family that it was recorded for, and is about its persons in whichever family they are now. */
  @On(BasisChanged)
  async changed({ data }: CloudEvent<EventData<typeof BasisChanged>>, { tx }: EventContext): Promise<void> {
    const persons = data.coverage.map(({ personId }) => personId);
    await lookSoonOf(tx, data.familyId, persons);
  }

  @On(AccessTakenAway)
  async taken({ data }: CloudEvent<EventData<typeof AccessTakenAway>>, { tx }: EventContext): Promise<void> {
    const of = data.custody?.childId ?? data.link?.personId;
    await lookSoonOf(tx, data.familyId, of === undefined ? [] : [of]);
  }

  @On(CustodyRecorded)
  async begun({ data }: CloudEvent<EventData<typeof CustodyRecorded>>, { tx }: EventContext): Promise<void> {
    await lookSoonOf(tx, data.familyId, [data.childId]);
  }

  @On(CustodyEnded)
  async ended({ data }: CloudEvent<EventData<typeof CustodyEnded>>, { tx }: EventContext): Promise<void> {
    await lookSoonOf(tx, data.familyId, [data.childId]);
  }

  @On(RelationSet)
  async tied({ data }: CloudEvent<EventData<typeof RelationSet>>, { tx }: EventContext): Promise<void> {
    await lookSoonOf(tx, data.familyId);
  }

  @On(RelationEnded)
  async untied({ data }: CloudEvent<EventData<typeof RelationEnded>>, { tx }: EventContext): Promise<void> {
    await lookSoonOf(tx, data.familyId);
  }

  @On(ReferralWithdrawn)
  async left({ data }: CloudEvent<EventData<typeof ReferralWithdrawn>>, { tx }: EventContext): Promise<void> {
    await lookSoonOf(tx, data.familyId);
  }

  @On(ReferralClosed)
  async closed({ data }: CloudEvent<EventData<typeof ReferralClosed>>, { tx }: EventContext): Promise<void> {
    await lookSoonOf(tx, data.familyId);
  }
}
