import type { AccessFacts, Act, Actor, Look, Looks } from '@helhed/access';
import { NeedRecorded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Appointment } from '../calendar/appointment.js';
import { needThing } from './need-thing.js';
import { AppointmentNeed } from './need.js';
import type { NeedReceipt } from './needs.dto.js';

const what = { da: 'Behovet', en: 'The need' };

export interface ToNeed {
  readonly id: string;
  readonly version: number;
  /** Whether it is so already, and nothing happens */
  readonly isDone: (need: AppointmentNeed) => boolean;
  readonly settle: (need: AppointmentNeed, appointment: Appointment) => void | Promise<void>;
}

/** What every command at a need does around its rule: the appointment is locked first, as by whoever moves or cancels it. */
export async function onNeed(
  tx: Tx,
  looks: Looks,
  actor: Actor,
  act: Act,
  { id, version, isDone, settle }: ToNeed,
): Promise<NeedReceipt> {
  const { manager, municipality } = tx;
  const named = await manager.findOneBy(AppointmentNeed, { municipality, id });
  const appointment = named && (await lockAppointment(tx, named.appointmentId));
  const need = appointment && (await lockNeed(tx, id));
  const isShown = await reachNeed(await looks.within(tx, actor, act), id);
  if (!need) throw notFound(what);
  if (isDone(need)) return toNeedReceipt(need, isShown);
  requireVersion({ version: isShown ? need.version : 1 }, version);
  await settle(need, appointment);
  await saveNeed(tx, need);
  tx.log({ kind: 'command', act: act.act, subjects: subjectsOf(need) });
  return toNeedReceipt(need, isShown);
}

/** @returns whether what it says is shown, and so how often it changed (A-LST-04) @throws DomainError `not-found`; 403 of section 7 */
export async function reachNeed(look: Look, id: string): Promise<boolean> {
  const query = look.query(needThing, ['need']);
  const [row] = await query.rows<{ facts: AccessFacts; own: boolean }>(
    look.tx,
    `SELECT ${query.facts} AS facts, n.family_id IS NULL AS own FROM appointment_need n
     WHERE n.municipality = helhed.tenant() AND n.id = ${query.value(id, 'uuid')}`,
  );
  const decision = look.one(query, row?.facts, what);
  return row?.own === true || decision.shows('need');
}

export const lockAppointment = ({ manager, municipality }: Tx, id: string): Promise<Appointment | null> =>
  manager.findOne(Appointment, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });

const lockNeed = ({ manager, municipality }: Tx, id: string): Promise<AppointmentNeed | null> =>
  manager.findOne(AppointmentNeed, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });

/** It is told by its appointment: whose it is, and what in words, is told nobody. */
export async function saveNeed(tx: Tx, need: AppointmentNeed): Promise<void> {
  await tx.manager.save(need);
  tx.emit(NeedRecorded, needTold(need));
}

export const needTold = ({ id: needId, appointmentId: bookingId, kind, state, changedOn: on }: AppointmentNeed) => ({
  needId,
  bookingId,
  kind,
  state,
  on,
});

export const subjectsOf = ({ familyId, personId }: Pick<AppointmentNeed, 'familyId' | 'personId'>): string[] =>
  [familyId, personId].filter((id) => id !== null);

export const toNeedReceipt = ({ id, version }: AppointmentNeed, isShown: boolean): NeedReceipt => ({
  id,
  version: isShown ? version : 1,
});
