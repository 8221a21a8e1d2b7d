import { Looks, type Act, type Actor } from '@helhed/access';
import { ConversationPlaced } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { acts } from '../acts.js';
import { Appointment } from '../calendar/appointment.js';
import { toInterval } from '../calendar/local-time.js';
import { inThePast } from '../calendar/plannable.js';
import { insist } from '../courses/book-whole.js';
import { reachSeat } from '../families/reach-seat.js';
import { refusedAsLook } from '../families/refused-as-look.js';
import { lockGroup } from '../groups/find-groups.js';
import type { Group } from '../groups/group.js';
import { resourceUnknown } from '../groups/resource-unknown.js';
import { Seat } from '../groups/seat.js';
import { bookFor } from './book-for.js';
import { toConversation } from './conversation.js';
import type { ConversationReceipt, PlaceConversation as Wish } from './conversations.dto.js';
import { findUnreplaced } from './find-unreplaced.js';
import { requireConversationTime } from './require-conversation-time.js';
import { placed } from './tell-conversations.js';

@Injectable()
export class PlaceConversation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** One that the family has none of: since it was called off, or found no time when the family came; or not, with the reasons. */
  async run(actor: Actor, wish: Wish): Promise<ConversationReceipt> {
    let isMade = false;
    const { id } = await insist(() =>
      this.database.createOnce(actor.municipality, async (tx) => {
        const made = await this.#place(tx, actor, wish);
        isMade = true;
        return { id: made };
      }),
    );
    if (!isMade) await this.#again(actor, wish);
    return { id, version: 1 };
  }

  async #place(tx: Tx, actor: Actor, wish: Wish): Promise<string> {
    const group = await lockGroup(tx, wish.group);
    const look = await this.looks.within(tx, actor, acts.placeConversation);
    const seat = group && (await reachSeat(look, seatOf(wish)));
    if (!group || !seat) throw seatUnknown();
    return refusedAsLook(tx, wish.family, () => placeAt(tx, group, wish), seat.note);
  }

  /** For a repeat under the same Idempotency-Key: what let it be placed must still be there, and it is a look of its own. */
  #again(actor: Actor, wish: Wish): Promise<void> {
    const read: Act = { ...acts.placeConversation, mode: 'read' };
    return this.looks.at(actor, read, async (look) => {
      if (!(await reachSeat(look, seatOf(wish)))) throw seatUnknown();
    });
  }
}

const seatOf = ({ group: groupId, family: familyId }: Wish) => ({ groupId, familyId });

/** @returns the conversation's id */
async function placeAt(tx: Tx, group: Group, wish: Wish): Promise<string> {
  const { conversation: code, date, startTime, family: familyId } = wish;
  const roomId = wish.room ?? group.roomId;
  const { when } = await requireConversationTime(tx, group, code, { date, startTime, roomId, from: group.roomId });
  await requireBooked(tx, wish);
  const { municipality, manager } = tx;
  const of = { municipality, groupId: group.id, familyId, conversation: code, cancelledAt: IsNull() };
  if (await manager.existsBy(Appointment, of)) throw placedAlready();
  const time = { date, startTime, minutes: when.minutes };
  const planned = { conversation: code, familyId, ...time, ...toInterval(time) };
  if (planned.startsAt <= tx.now) throw inThePast('startTime');
  const off = (await findUnreplaced(tx, group.id, familyId)).get(code);
  const made = toConversation(tx, { id: group.id, unit: group.unit, roomId }, planned, off);
  await manager.insert(Appointment, made);
  await bookFor(tx, group, made);
  tx.emit(ConversationPlaced, placed(group, made));
  tx.log({ kind: 'command', act: 'conversation.place', subjects: [familyId] });
  return made.id;
}

/** Its conversations are placed with the course, or when it comes: by hand is what is left after that. */
async function requireBooked({ manager, municipality }: Tx, { group: groupId, family: familyId }: Wish): Promise<void> {
  const where = { municipality, groupId, familyId, bookedAt: Not(IsNull()) };
  if (!(await manager.existsBy(Seat, where))) throw notBooked();
}

const notBooked = (): DomainError =>
  new DomainError('conflict', 'course-not-placed', {
    da: 'Forløbet er ikke lagt i familiens kalender endnu; samtalerne lægges med det.',
    en: 'The course is not in the family’s calendar yet; its conversations are placed with it.',
  });

const seatUnknown = (): DomainError =>
  resourceUnknown('family', { da: 'En gruppe med den familie', en: 'A group with that family' });

const placedAlready = (): DomainError =>
  new DomainError('conflict', 'conversation-placed-already', {
    da: 'Samtalen med familien ligger allerede i kalenderen; den kan flyttes.',
    en: 'The conversation with the family is in the calendar already; it can be moved.',
  });
