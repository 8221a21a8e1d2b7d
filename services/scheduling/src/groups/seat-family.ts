import { SeatTaken } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { settleStaffing } from '../staffing/settle-staffing.js';
import { bookSeat } from './book-seat.js';
import { groupNotFound, lockGroup } from './find-groups.js';
import { Place } from './place.js';
import { Seat } from './seat.js';

export interface AssignedPlace {
  readonly placeId: string;
  readonly groupId: string;
  readonly familyId: string;
  readonly assignedOn: string;
}

/** The family takes its place, once; referral decided which, and the place's unique id refuses a second family. */
export async function seatFamily(tx: Tx, { placeId, groupId, familyId, assignedOn }: AssignedPlace): Promise<void> {
  const { manager, municipality } = tx;
  const group = await lockGroup(tx, groupId);
  if (!group || !(await manager.existsBy(Place, { municipality, id: placeId, groupId }))) throw groupNotFound();
  const taken = await manager.findOneBy(Seat, { municipality, placeId });
  if (taken?.familyId === familyId) return;
  if (taken) throw placeTaken();
  const seat = manager.create(Seat, {
    municipality,
    id: newId(),
    placeId,
    groupId,
    familyId,
    takenOn: assignedOn,
    bookedAt: null,
    endedAt: null,
  });
  await manager.insert(Seat, seat);
  tx.emit(SeatTaken, { seatId: seat.id, placeId, groupId, familyId, programme: group.programme, unit: group.unit });
  tx.log({ kind: 'command', act: 'seat.take', subjects: [familyId] });
  await bookSeat(tx, group, seat);
  await settleStaffing(tx, group);
}

/** Its family withdrew, and that is another family's event, or it stays: this one waits, since order holds per family. */
const placeTaken = () =>
  new DomainError('unavailable', 'place-taken', {
    da: 'En anden familie har pladsen.',
    en: 'Another family has the place.',
  });
