import {
  PlaceAssigned,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  ReferralSnapshot,
  ReferralWithdrawn,
  SchedulingSnapshot,
  SeatTaken,
  TriageStarted,
  type CloudEvent,
  type EventContract,
  type Snapshot,
} from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { endReferral, keepPlace, keepReferral, keepSeat, keepTriageUnit } from './keep-case.js';

type Event<C> = C extends EventContract<infer T> ? CloudEvent<T> : never;

/** Keeps which units have a family's case: those that triage its open referrals, and those in whose groups it has a seat until its referral has ended. */
@Controller()
export class WhenCaseTold {
  @On(ReferralReceived)
  async received({ data }: Event<typeof ReferralReceived>, { tx }: EventContext): Promise<void> {
    await keepReferral(tx, data);
  }

  @On(TriageStarted)
  async started({ data }: Event<typeof TriageStarted>, { tx }: EventContext): Promise<void> {
    await keepTriageUnit(tx, data);
  }

  @On(PlaceAssigned)
  async assigned({ data }: Event<typeof PlaceAssigned>, { tx }: EventContext): Promise<void> {
    await keepPlace(tx, data);
  }

  @On(ReferralDeclined)
  async declined({ data }: Event<typeof ReferralDeclined>, { tx }: EventContext): Promise<void> {
    await endReferral(tx, data.referralId, 'declined');
  }

  @On(ReferralWithdrawn)
  async withdrawn({ data }: Event<typeof ReferralWithdrawn>, { tx }: EventContext): Promise<void> {
    await endReferral(tx, data.referralId, 'withdrawn');
  }

  @On(ReferralClosed)
  async closed({ data }: Event<typeof ReferralClosed>, { tx }: EventContext): Promise<void> {
    await endReferral(tx, data.referralId, 'closed');
  }

  @On(SeatTaken)
  async seated({ data }: Event<typeof SeatTaken>, { tx }: EventContext): Promise<void> {
    await keepSeat(tx, data);
  }

  /**
   * Referral tells all that it knows of the family, which comes anew as its events. A seat in a place that it does not say
   * the family has is free by now; scheduling, which frees it, tells nobody.
   */
  @On(ReferralSnapshot)
  async settleReferrals({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return;
    const places = events
      .filter(({ type, past }) => type === PlaceAssigned.type && !past)
      .map(({ data }) => data['placeId']);
    await tx.query('DELETE FROM helhed.referral_replica WHERE municipality = helhed.tenant() AND family_id = $1', [
      orderKey,
    ]);
    await tx.query(
      `DELETE FROM helhed.seat_replica WHERE municipality = helhed.tenant() AND family_id = $1 AND place_id <> ALL ($2::uuid[])`,
      [orderKey, places],
    );
  }

  @On(SchedulingSnapshot)
  async settleSeats({ data: { orderKey } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return;
    await tx.query('DELETE FROM helhed.seat_replica WHERE municipality = helhed.tenant() AND family_id = $1', [
      orderKey,
    ]);
  }
}
