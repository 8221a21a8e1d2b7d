import { Looks, type AccessFacts, type Act, type Actor, type Look } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId, type DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { Appointment, Session } from '../calendar/appointment.js';
import type { Conversation } from '../conversations/conversation.js';
import { lockGroupOf } from '../courses/call-off.js';
import { refusedAsLook } from '../families/refused-as-look.js';
import { lockGroup } from '../groups/find-groups.js';
import type { Group } from '../groups/group.js';
import { resourceUnknown } from '../groups/resource-unknown.js';
import { Seat } from '../groups/seat.js';
import { reaches } from '../reach.js';
import { invalidNeed, needWithheld } from './need-refusals.js';
import { needThing } from './need-thing.js';
import { AppointmentNeed } from './need.js';
import { toWanted, type NameNeed as Wish, type NeedReceipt } from './needs.dto.js';
import { lockAppointment, reachNeed, saveNeed, subjectsOf, toNeedReceipt } from './on-need.js';
import { requireMember, requireNew } from './require-need.js';

/** Whose the need is to be, as its row will say. */
type Whose = Pick<AppointmentNeed, 'familyId' | 'programme' | 'unit'>;

@Injectable()
export class NameNeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Of a session, conversation or booking to come: the whole group's, or a family's that comes to it. */
  async run(actor: Actor, wish: Wish): Promise<NeedReceipt> {
    let made: NeedReceipt | undefined;
    const { id } = await this.database.createOnce(actor.municipality, async (tx) => {
      const look = await this.looks.within(tx, actor, acts.nameNeed);
      const { appointment, whose } = await reach(look, actor, wish);
      const need = await refusedAsLook(tx, whose.familyId, () => this.#name(tx, appointment, whose, wish));
      tx.log({ kind: 'command', act: 'need.name', subjects: subjectsOf(need) });
      made = toNeedReceipt(need);
      return { id: need.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    return made?.id === id ? made : this.#again(actor, id);
  }

  async #name(tx: Tx, appointment: Appointment, whose: Whose, wish: Wish): Promise<AppointmentNeed> {
    const { municipality } = tx;
    const wanted = toWanted(wish);
    if ('programme' in wish && wish.programme !== undefined && appointment.kind !== 'single')
      throw invalidNeed('programme', 'of-a-booking');
    await requireMember(tx, whose.familyId, wanted);
    const of = { municipality, id: newId(), appointmentId: appointment.id, kind: wish.kind, ...whose };
    const need = AppointmentNeed.named(of, wanted, appointment, tx);
    await requireNew(tx, need);
    await saveNeed(tx, need, appointment);
    return need;
  }

  /** For a repeat under the same Idempotency-Key: what let it be made must still be there, and it is a look of its own. */
  #again(actor: Actor, id: string): Promise<NeedReceipt> {
    const read: Act = { ...acts.nameNeed, mode: 'read' };
    return this.looks.at(actor, read, async (look) => {
      await reachNeed(look, id);
      const need = await look.tx.manager.findOneByOrFail(AppointmentNeed, { municipality: actor.municipality, id });
      return toNeedReceipt(need);
    });
  }
}

/**
 * The appointment before its group, as whoever cancels it locks, so that nothing is named of what is being called off, nor of a
 * family that is leaving. @throws DomainError `resource-unknown`, whatever is not there or out of reach; 403 of section 7;
 * `need-withheld` and `consent-unavailable` as `reachNeed` does, whether or not it was named already
 */
async function reach(look: Look, actor: Actor, wish: Wish) {
  const { tx } = look;
  const { manager, municipality } = tx;
  const familyId = 'family' in wish ? (wish.family ?? null) : null;
  const appointment = await lockAppointment(tx, wish.appointment);
  if (!appointment) throw unknown();
  const { unit } = appointment;
  if (appointment.kind === 'single') {
    if (!reaches(actor, unit)) throw unknown();
    const programme = 'programme' in wish ? wish.programme : undefined;
    if (familyId === null) throw invalidNeed('family', 'of-a-group');
    if (programme === undefined) throw invalidNeed('programme', 'of-a-booking');
    const whose = { familyId, programme, unit };
    await reachWhose(look, whose);
    return { appointment, whose };
  }
  const group = await groupOf(tx, appointment);
  // a group comes to none of its families' conversations
  if (!group || (familyId === null && appointment.kind === 'conversation')) throw unknown();
  const whose = { familyId, programme: group.programme, unit };
  // before its seat: whom its needs are withheld from is not told where it comes
  await reachWhose(look, whose);
  const where = { municipality, groupId: group.id };
  const isSeated = familyId === null || (await manager.existsBy(Seat, { ...where, familyId }));
  const isOthers = appointment.kind === 'conversation' && appointment.familyId !== familyId;
  if (!isSeated || isOthers) {
    // to whom the family's needs would be shown, it tells that it comes not here
    if (familyId !== null) tx.keepLooks();
    throw unknown();
  }
  return { appointment, whose };
}

const groupOf = (tx: Tx, appointment: Appointment): Promise<Group | null> =>
  appointment.kind === 'conversation'
    ? lockGroup(tx, (appointment as Conversation).groupId)
    : lockGroupOf(tx, appointment as Session);

/** Asked of the row that is to be, before it is there: whoever may not make it learns nothing of another. */
async function reachWhose(look: Look, { familyId, programme, unit }: Whose): Promise<void> {
  const query = look.query(needThing, ['need']);
  const value = (given: string | null, type: string) => query.value(given, type);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM (SELECT ${value(familyId, 'uuid')} AS family_id,
       ${value(programme, 'text')} AS programme, ${value(unit, 'text')} AS unit) n`,
  );
  if (!row || !look.ifReached(query, row.facts)) throw unknown();
  if (familyId !== null && !look.isShown(query, row.facts, 'need')) throw needWithheld();
}

const unknown = (): DomainError =>
  resourceUnknown('appointment', {
    da: 'En aftale, som den familie eller gruppe kommer til,',
    en: 'An appointment to which that family or group comes',
  });
