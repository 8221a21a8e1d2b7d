import { NeedRecorded, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { In, type FindOptionsWhere } from 'typeorm';
import { Appointment, type Session } from '../calendar/appointment.js';
import type { Group } from '../groups/group.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { AppointmentNeed, nothingWanted } from './need.js';
import { isTold, needTold, saveNeed } from './on-need.js';

/** The appointment that a need is of. */
type At = Pick<Appointment, 'id' | 'kind'>;

/** What the group's definition says that each of its sessions needs is there by itself. */
export async function nameNeedsOf(tx: Tx, group: Group, sessions: readonly Session[]): Promise<void> {
  const { programme, unit } = group;
  const { sessions: regular, themeEvenings } = (await getProgrammeOf(tx, group)).group.series;
  const of = { session: regular.needs ?? [], 'theme-evening': themeEvenings?.needs ?? [] };
  for (const session of sessions)
    for (const kind of of[session.kind]) {
      const named = { municipality: tx.municipality, id: newId(), appointmentId: session.id, programme, unit };
      await saveNeed(
        tx,
        AppointmentNeed.named({ ...named, kind, familyId: null }, nothingWanted, session, tx),
        session,
      );
    }
}

/** The appointments were moved, and take their needs along. */
export const moveNeeds = (tx: Tx, at: readonly At[]): Promise<void> => settle(tx, at, {}, (need) => need.move(tx));

/** The appointment is off. */
export const endNeeds = (tx: Tx, at: At): Promise<void> => settle(tx, [at], {}, (need) => need.end(tx));

/** The family comes no more to what is still to come. */
export async function leaveNeeds(tx: Tx, { programme }: Group, familyId: string): Promise<void> {
  const coming = await tx.query<At>(
    `SELECT DISTINCT a.id, a.kind FROM appointment_need n
     JOIN appointment a ON a.municipality = n.municipality AND a.id = n.appointment_id
     WHERE n.municipality = helhed.tenant() AND n.family_id = $1 AND n.programme = $2 AND a.starts_at > $3`,
    [familyId, programme, tx.now],
  );
  await settle(tx, coming, { familyId, programme }, (need) => need.leave(tx));
}

async function settle(
  tx: Tx,
  appointments: readonly At[],
  of: FindOptionsWhere<AppointmentNeed>,
  by: (need: AppointmentNeed) => void,
): Promise<void> {
  const { manager, municipality } = tx;
  const at = new Map(appointments.map((each) => [each.id, each]));
  const needs = await manager.find(AppointmentNeed, {
    where: { municipality, ...of, appointmentId: In([...at.keys()]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const need of needs) {
    const { version, familyId, appointmentId } = need;
    by(need);
    if (need.version !== version || need.familyId !== familyId) await saveNeed(tx, need, at.get(appointmentId)!);
  }
}

/** What an appointment needs, as it stands now. */
export async function tellNeeds({ manager, municipality }: Tx, appointmentId: string): Promise<Told[]> {
  const appointment = await manager.findOneBy(Appointment, { municipality, id: appointmentId });
  if (!appointment || !isTold(appointment)) return [];
  const needs = await manager.find(AppointmentNeed, { where: { municipality, appointmentId }, order: { id: 'ASC' } });
  return needs.map((need) => tell(NeedRecorded, needTold(need)));
}
