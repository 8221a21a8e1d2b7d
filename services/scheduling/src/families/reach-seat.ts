import type { AccessFacts, AccessQuery, Look } from '@helhed/access';
import { DomainError } from '@helhed/kernel';
import { seatThing } from '../groups/group-things.js';

interface Of {
  readonly groupId: string;
  readonly familyId: string;
}

/** A family's seat that is reached, and would be shown. */
export interface ReachedSeat {
  /** The log says that it was told of: as a refusal does, and what is done at it does not. */
  readonly note: () => void;
}

/**
 * A family by its seat in a group, for a command whose refusals tell of the seat: who comes, what is agreed with the family. So
 * it is done by whom the seat would be shown to, and to others no refusal tells how it stands (A-CMD-06).
 * @returns undefined where it has none there, or is not reached
 * @throws DomainError 403 of section 7; `seat-withheld` (409) where it is withheld; `consent-unavailable` (503) while nobody
 * can say whether it is
 */
export async function reachSeat(look: Look, of: Of): Promise<ReachedSeat | undefined> {
  const reached = look.query(seatThing, []);
  const facts = await factsOf(look, reached, of);
  if (!look.ifReached(reached, facts)) return undefined;
  const seat = look.query(seatThing, ['group.seat']);
  const shown = await factsOf(look, seat, of);
  if (!shown || !look.isShown(seat, shown, 'group.seat')) throw seatWithheld();
  return { note: () => void look.item(seat, shown) };
}

async function factsOf(look: Look, query: AccessQuery, { groupId, familyId }: Of): Promise<AccessFacts | undefined> {
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id
     WHERE s.municipality = helhed.tenant() AND s.group_id = ${query.value(groupId, 'uuid')}
       AND s.family_id = ${query.value(familyId, 'uuid')}`,
  );
  return row?.facts;
}

/** 409, to whom a family’s seat is withheld: the same of whatever is to be done at it (A-CMD-06). */
const seatWithheld = (): DomainError =>
  new DomainError('conflict', 'seat-withheld', {
    da: 'Det kan ikke noteres eller ændres herfra nu: familiens plads i gruppen er holdt tilbage.',
    en: 'That cannot be noted or changed from here now: the family’s seat in the group is withheld.',
  });
