import type { AccessFacts, Act, Actor, Look, Looks } from '@helhed/access';
import { NeedRecorded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Appointment } from '../calendar/appointment.js';
import { refusedAsLook } from '../families/refused-as-look.js';
import { needWithheld } from './need-refusals.js';
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
  await reachNeed(await looks.within(tx, actor, act), id);
  if (!need) throw notFound(what);
  await refusedAsLook(tx, need.familyId, async () => {
    if (isDone(need)) return;
    requireVersion(need, version);
    await settle(need, appointment);
    await saveNeed(tx, need, appointment);
    tx.log({ kind: 'command', act: act.act, subjects: subjectsOf(need) });
  });
  return toNeedReceipt(need);
}

/**
 * A whole group's by whoever plans; a family's by whom it is shown to: nobody moves what they may not read, and no refusal
 * tells how it stands (A-CMD-04).
 * @throws DomainError `not-found`; 403 of section 7; `need-withheld` (409) where it is withheld; `consent-unavailable` (503)
 * while nobody can say whether it is
 */
export async function reachNeed(look: Look, id: string): Promise<void> {
  const query = look.query(needThing, ['need']);
  const [row] = await query.rows<{ facts: AccessFacts; own: boolean }>(
    look.tx,
    `SELECT ${query.facts} AS facts, n.family_id IS NULL AS own FROM appointment_need n
     WHERE n.municipality = helhed.tenant() AND n.id = ${query.value(id, 'uuid')}`,
  );
  look.one(query, row?.facts, what);
  if (row && !row.own && !look.isShown(query, row.facts, 'need')) throw needWithheld();
}

export const lockAppointment = ({ manager, municipality }: Tx, id: string): Promise<Appointment | null> =>
  manager.findOne(Appointment, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });

const lockNeed = ({ manager, municipality }: Tx, id: string): Promise<AppointmentNeed | null> =>
  manager.findOne(AppointmentNeed, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });

/** It is told by its appointment, where that is no family’s own: whose it is, and what in words, is told nobody. */
export async function saveNeed(tx: Tx, need: AppointmentNeed, at: Pick<Appointment, 'kind'>): Promise<void> {
  await tx.manager.save(need);
  if (isTold(at)) tx.emit(NeedRecorded, needTold(need));
}

/** Of a conversation it is not: whose that is, its own events tell. */
export const isTold = ({ kind }: Pick<Appointment, 'kind'>): boolean => kind !== 'conversation';

export const needTold = ({ id: needId, appointmentId: bookingId, kind, state, changedOn: on }: AppointmentNeed) => ({
  needId,
  bookingId,
  kind,
  state,
  on,
});

export const subjectsOf = ({ familyId, personId }: Pick<AppointmentNeed, 'familyId' | 'personId'>): string[] =>
  [familyId, personId].filter((id) => id !== null);

export const toNeedReceipt = ({ id, version }: AppointmentNeed): NeedReceipt => ({ id, version });
