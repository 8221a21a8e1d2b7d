import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { In } from 'typeorm';
import { Appointment, type Session } from '../calendar/appointment.js';
import { reaches } from '../reach.js';

/** @throws DomainError `not-found` unless it is a session or theme evening of a unit within reach */
export async function lockSession({ manager, municipality }: Tx, actor: Actor, id: string): Promise<Session> {
  const where = { municipality, id, kind: In(['session', 'theme-evening']) };
  const session = await manager.findOne(Appointment, { where, lock: { mode: 'pessimistic_write' } });
  if (!session || !reaches(actor, session.unit)) throw notFound({ da: 'Gangen', en: 'The session' });
  return session as Session;
}
