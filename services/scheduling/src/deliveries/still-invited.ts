import type { FunctionInUnit, Look } from '@helhed/access';
import { acts } from '../acts.js';
import { findSeatEntries } from '../feeds/find-family-entries.js';
import { calendarThing } from '../feeds/told.js';

/**
 * The appointments to which somebody in this function of the unit may still invite the recipient, and nobody a family: those that are shown and
 * not off. Of any other the CANCEL is due (A-SCH-23). It is asked about them, and shows nothing of the calendar.
 */
export async function stillInvited(
  look: Look,
  { unit, function: name }: FunctionInUnit,
  { familyId, recipientId }: { readonly familyId: string; readonly recipientId: string | null },
): Promise<ReadonlySet<string>> {
  if (recipientId === null) return new Set();
  const query = look.ask(
    acts.readInvitation,
    { kind: 'function-in-unit', sub: '', unit, function: name },
    calendarThing,
  );
  const seats = await findSeatEntries(look.tx, query, { familyId, recipientId });
  return new Set(
    seats.flatMap(({ entries, facts }) => {
      const { isReached, withheld } = query.decide(facts);
      if (!isReached || withheld.length > 0) return [];
      return entries.filter(({ cancelled }) => !cancelled).map(({ id }) => id);
    }),
  );
}
