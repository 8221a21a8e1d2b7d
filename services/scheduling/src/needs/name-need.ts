import { Looks, type AccessFacts, type Act, type Actor, type Look } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId, type DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { Appointment, Session } from '../calendar/appointment.js';
import { lockGroupOf } from '../courses/call-off.js';
import { resourceUnknown } from '../groups/resource-unknown.js';
import { Seat } from '../groups/seat.js';
import { reaches } from '../reach.js';
import { invalidNeed } from './need-refusals.js';
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

  /** Of a session or booking to come: the whole group's, or a family's that comes to it. */
  async run(actor: Actor, wish: Wish): Promise<NeedReceipt> {
    let made: NeedReceipt | undefined;
    const { id } = await this.database.createOnce(actor.municipality, async (tx) => {
      const look = await this.looks.within(tx, actor, acts.nameNeed);
      const { appointment, whose, isShown } = await reach(look, actor, wish);
      const need = await this.#name(tx, appointment, whose, wish);
      tx.log({ kind: 'command', act: 'need.name', subjects: subjectsOf(need) });
      made = toNeedReceipt(need, isShown);
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
    await saveNeed(tx, need);
    return need;
  }

  /** For a repeat under the same Idempotency-Key: what let it be made must still be there, and it is a look of its own. */
  #again(actor: Actor, id: string): Promise<NeedReceipt> {
    const read: Act = { ...acts.nameNeed, mode: 'read' };
    return this.looks.at(actor, read, async (look) => {
      const isShown = await reachNeed(look, id);
      const need = await look.tx.manager.findOneByOrFail(AppointmentNeed, { municipality: actor.municipality, id });
      return toNeedReceipt(need, isShown);
    });
  }
}

/**
 * The appointment before its group, as whoever cancels it locks, so that nothing is named of what is being called off, nor of a
 * family that is leaving. @throws DomainError `resource-unknown`, whatever is not there or out of reach; 403 of section 7
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
    return { appointment, whose, isShown: await reachWhose(look, whose) };
  }
  const group = await lockGroupOf(tx, appointment as Session);
  const where = { municipality, groupId: group.id };
  if (familyId !== null && !(await manager.existsBy(Seat, { ...where, familyId }))) throw unknown();
  const whose = { familyId, programme: group.programme, unit };
  return { appointment, whose, isShown: await reachWhose(look, whose) };
}

/** Asked of the row that is to be, before it is there: whoever may not make it learns nothing of another. */
async function reachWhose(look: Look, { familyId, programme, unit }: Whose): Promise<boolean> {
  const query = look.query(needThing, ['need']);
  const value = (given: string | null, type: string) => query.value(given, type);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM (SELECT ${value(familyId, 'uuid')} AS family_id,
       ${value(programme, 'text')} AS programme, ${value(unit, 'text')} AS unit) n`,
  );
  const decision = look.ifReached(query, row?.facts);
  if (!decision) throw unknown();
  return familyId === null || decision.shows('need');
}

const unknown = (): DomainError =>
  resourceUnknown('appointment', {
    da: 'En aftale, som den familie eller gruppe kommer til,',
    en: 'An appointment to which that family or group comes',
  });
