import type { Tx } from '@helhed/database';
import { IsNull, MoreThan } from 'typeorm';
import { Appointment } from '../calendar/appointment.js';
import type { Conversation } from './conversation.js';

/** What a group has to come: with all its families, or one. */
export const findComing = async (
  { manager, municipality, now }: Tx,
  of: { readonly groupId: string; readonly familyId?: string },
): Promise<Conversation[]> =>
  (await manager.find(Appointment, {
    where: { municipality, kind: 'conversation', ...of, startsAt: MoreThan(now), cancelledAt: IsNull() },
    order: { startsAt: 'ASC', id: 'ASC' },
  })) as Conversation[];

/** A family leaves: the conversations that it was to have are off, and room, staff and parents are free. */
export async function freeConversations(tx: Tx, groupId: string, familyId: string): Promise<void> {
  const coming = await findComing(tx, { groupId, familyId });
  for (const each of coming) each.cancel(tx.now);
  await tx.manager.save(coming);
  await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = ANY($2::uuid[])', [
    tx.municipality,
    coming.map(({ id }) => id),
  ]);
}
