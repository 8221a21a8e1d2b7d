import { WhenCaseTold, WhenCitizenLinked, WhenRelationTold, type ClaimCheck } from '@helhed/access';
import {
  BookingHeld,
  CitizenLinked,
  CitizenUnlinked,
  ConversationHeld,
  ConversationPlaced,
  CustodyEnded,
  CustodyRecorded,
  FamilyErased,
  FamilyPlanSnapshot,
  PersonsMatched,
  PlaceAssigned,
  ProgrammePublished,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  RelationEnded,
  RelationSet,
  SeatTaken,
  SessionHeld,
  SessionMadeUp,
  TriageStarted,
  type CloudEvent,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { WhenCustodyChanged } from '../src/custody/when-custody-changed.js';
import { WhenLinkEnded } from '../src/epoch/when-link-ended.js';
import { WhenRelationEnded } from '../src/epoch/when-relation-ended.js';
import { WhenFamilyErased } from '../src/families/when-family-erased.js';
import { WhenPersonsMatched } from '../src/families/when-persons-matched.js';
import { WhenBookingHeld } from '../src/meetings/when-booking-held.js';
import { WhenConversationHeld } from '../src/meetings/when-conversation-held.js';
import { WhenConversationPlaced } from '../src/meetings/when-conversation-placed.js';
import { WhenSessionHeld } from '../src/meetings/when-session-held.js';
import { WhenSessionMadeUp } from '../src/meetings/when-session-made-up.js';
import { WhenProgrammePublished } from '../src/programmes/when-programme-published.js';
import { WhenFamilyPlanTold } from '../src/snapshot/when-family-plan-told.js';

/** What the service does about an event, as the module wires it. */
export function react(claims: Pick<ClaimCheck, 'find'>) {
  const cases = new WhenCaseTold();
  const custody = new WhenCustodyChanged();
  const reactions: Record<string, (event: never, context: { tx: Tx }) => Promise<void>> = {
    [PersonsMatched.type]: (event, tx) => new WhenPersonsMatched(claims as ClaimCheck).keep(event, tx),
    [ReferralReceived.type]: (event, tx) => cases.received(event, tx),
    [TriageStarted.type]: (event, tx) => cases.started(event, tx),
    [ReferralDeclined.type]: (event, tx) => cases.declined(event, tx),
    [PlaceAssigned.type]: (event, tx) => cases.assigned(event, tx),
    [ReferralClosed.type]: (event, tx) => cases.closed(event, tx),
    [SeatTaken.type]: (event, tx) => cases.seated(event, tx),
    [ProgrammePublished.type]: (event, tx) => new WhenProgrammePublished().keep(event, tx),
    [CustodyRecorded.type]: (event, tx) => custody.keep(event, tx),
    [CustodyEnded.type]: (event, tx) => custody.end(event, tx),
    [RelationSet.type]: (event, tx) => new WhenRelationTold().keep(event, tx),
    [RelationEnded.type]: async (event, tx) => {
      await new WhenRelationTold().end(event, tx);
      await new WhenRelationEnded().tell(event, tx);
    },
    [CitizenLinked.type]: (event, tx) => new WhenCitizenLinked().link(event, tx),
    [CitizenUnlinked.type]: async (event, tx) => {
      await new WhenCitizenLinked().unlink(event, tx);
      await new WhenLinkEnded().tell(event, tx);
    },
    [BookingHeld.type]: (event, tx) => new WhenBookingHeld().useUp(event, tx),
    [ConversationHeld.type]: (event, tx) => new WhenConversationHeld().useUp(event, tx),
    [SessionHeld.type]: (event, tx) => new WhenSessionHeld().useUp(event, tx),
    [ConversationPlaced.type]: (event, tx) => new WhenConversationPlaced().keep(event, tx),
    [SessionMadeUp.type]: (event, tx) => new WhenSessionMadeUp().keep(event, tx),
    [FamilyErased.type]: (event, tx) => new WhenFamilyErased().keep(event, tx),
    [FamilyPlanSnapshot.type]: async (event, tx) => {
      await new WhenFamilyPlanTold().settle(event, tx);
      await new WhenFamilyErased().settle(event, tx);
    },
  };
  return async (event: CloudEvent, tx: Tx): Promise<void> => reactions[event.type]?.(event as never, { tx });
}
