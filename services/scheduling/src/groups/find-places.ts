import type { AccessFacts, Look } from '@helhed/access';
import { conversationsOfSeat } from '../conversations/conversations.dto.js';
import { seatThing } from './group-things.js';
import type { GroupView, SeatView } from './groups.dto.js';

interface PlaceRow {
  readonly placeId: string;
  /** Null while the place is open; and so are the facts */
  readonly seat: SeatView | null;
  readonly facts: AccessFacts | null;
}

/** The places of a group, and who has them: each family's seat is shown or withheld by itself. */
export async function findPlaces(look: Look, groupId: string): Promise<GroupView['places']> {
  const query = look.query(seatThing);
  const rows = await query.rows<PlaceRow>(
    look.tx,
    `SELECT p.id AS "placeId", ${seat} AS seat, CASE WHEN s.id IS NOT NULL THEN ${query.facts} END AS facts
     FROM place p JOIN family_group g ON g.municipality = p.municipality AND g.id = p.group_id
     LEFT JOIN seat s ON s.municipality = p.municipality AND s.place_id = p.id
     WHERE p.municipality = helhed.tenant() AND p.group_id = ${query.value(groupId, 'uuid')} ORDER BY p.id`,
  );
  return rows.map(({ placeId: id, seat: taken, facts }) => {
    const withheld = facts ? [...look.part(query, facts)] : [];
    return { id, taken: taken !== null, ...(withheld.length === 0 && { seat: taken }), withheld };
  });
}

const seat = `CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'familyId', s.family_id,
  'takenOn', s.taken_on, 'booked', s.booked_at IS NOT NULL, 'clashes', ARRAY(SELECT c.appointment_id FROM seat_clash c
    WHERE c.municipality = s.municipality AND c.seat_id = s.id ORDER BY c.appointment_id),
  'conversations', ${conversationsOfSeat}) END`;

/** A place that is taken, with its family where that one's seat is shown. */
export interface TakenPlace {
  readonly id: string;
  readonly taken: boolean;
  readonly seat?: { readonly familyId: string } | null | undefined;
}

/** The same of those that come still, for what is summed over them: nothing of any of them is shown, and none is noted as looked at. */
export async function findSummed(look: Look, groupId: string): Promise<TakenPlace[]> {
  const query = look.query(seatThing, ['group.seat']);
  const rows = await query.rows<{ id: string; familyId: string; facts: AccessFacts }>(
    look.tx,
    `SELECT s.place_id AS id, s.family_id AS "familyId", ${query.facts} AS facts
     FROM seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id
     WHERE s.municipality = helhed.tenant() AND s.group_id = ${query.value(groupId, 'uuid')} AND s.ended_at IS NULL`,
  );
  return rows.map(({ id, familyId, facts }) => {
    const isShown = look.wouldShow(query, facts, 'group.seat');
    return { id, taken: true, seat: isShown ? { familyId } : null };
  });
}

/** Whether a sum over everybody in the group tells nothing of a family that is withheld: there is none. */
export const allShown = (places: readonly TakenPlace[]): boolean => places.every(({ taken, seat }) => !taken || seat);
