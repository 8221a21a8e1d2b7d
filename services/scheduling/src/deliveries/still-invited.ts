import type { AccessFacts, AccessQuery, FunctionInUnit, Look } from '@helhed/access';
import { acts } from '../acts.js';
import { findSeatEntries } from '../feeds/find-family-entries.js';
import { calendarThing } from '../feeds/told.js';

interface Of {
  readonly familyId: string;
  readonly recipientId: string | null;
}

/**
 * The appointments to which somebody in this function of the unit may still invite the recipient, and nobody a family: those that are shown and
 * not off. Of any other the CANCEL is due (A-SCH-23). It is asked about them, and shows nothing of the calendar; but that they
 * may still be shown tells that the basis for it is in force, and rests on that.
 * @throws DomainError `consent-unavailable` (503) where they may on a revocable ground, without a lease
 */
export const stillInvited = (look: Look, by: FunctionInUnit, of: Of): Promise<ReadonlySet<string>> =>
  invitedBy(look, by, of, (query, facts) => look.isShown(query, facts, 'feed.entries'));

/** The same by what this service has heard, for what it notes: it tells nobody that they may. */
export const stillInvitedAsHeard = (look: Look, by: FunctionInUnit, of: Of): Promise<ReadonlySet<string>> =>
  invitedBy(look, by, of, (query, facts) => query.decide(facts).shows('feed.entries'));

async function invitedBy(
  look: Look,
  { unit, function: name }: FunctionInUnit,
  { familyId, recipientId }: Of,
  isShown: (query: AccessQuery, facts: AccessFacts) => boolean,
): Promise<ReadonlySet<string>> {
  if (recipientId === null) return new Set();
  const query = look.ask(
    acts.readInvitation,
    { kind: 'function-in-unit', sub: '', unit, function: name },
    calendarThing,
  );
  const seats = await findSeatEntries(look.tx, query, { familyId, recipientId });
  return new Set(
    seats
      .filter(({ facts }) => isShown(query, facts))
      .flatMap(({ entries }) => entries.filter(({ cancelled }) => !cancelled).map(({ id }) => id)),
  );
}
