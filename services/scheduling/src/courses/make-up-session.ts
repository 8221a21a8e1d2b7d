import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Appointment, type Session } from '../calendar/appointment.js';
import { toInterval } from '../calendar/local-time.js';
import { settleRefill } from '../groups/refill.js';
import { nameNeedsOf } from '../needs/needs-of-appointments.js';
import { bookWhole, insist } from './book-whole.js';
import { lockGroupOf } from './call-off.js';
import { toSessionView, type MakeUpSession as Wish, type SessionView } from './courses.dto.js';
import { lockSession } from './lock-session.js';
import { requireTime } from './require-time.js';
import { tellFamily } from './save-course.js';

@Injectable()
export class MakeUpSession {
  constructor(private readonly database: Database) {}

  /**
   * A session of the course in the place of one that is off, for all who come, or none, with the reasons. Each family is
   * told; asked again, nothing happens.
   */
  async run(actor: Actor, id: string, version: number, wish: Wish): Promise<SessionView> {
    return insist(() =>
      this.database.inTransaction(actor.municipality, (tx) => this.#makeUp(tx, actor, id, version, wish)),
    );
  }

  async #makeUp(tx: Tx, actor: Actor, id: string, version: number, wish: Wish): Promise<SessionView> {
    const { manager, municipality } = tx;
    const off = await lockSession(tx, actor, id);
    const { date, startTime, room: roomId = off.roomId } = wish;
    const to = { date, startTime, roomId };
    const made = (await manager.findOneBy(Appointment, { municipality, replacesId: id })) as Session | null;
    if (made?.isAt(to)) return toSessionView(made);
    if (made) throw madeUpAlready();
    requireVersion(off, version);
    const group = await lockGroupOf(tx, off);
    await requireTime(tx, group, off, to);
    const as = {
      ...to,
      ...toInterval({ ...to, minutes: off.minutes }),
      id: newId(),
      number: await nextNumber(tx, off),
    };
    const session = off.makeUp(as, tx.now) as Session;
    await manager.insert(Appointment, session);
    const families = await bookWhole(tx, group, [session]);
    await settleRefill(tx, group);
    await nameNeedsOf(tx, group, [session]);
    for (const familyId of families) tellFamily(tx, group, familyId, [session]);
    tx.log({ kind: 'command', act: 'session.make-up', subjects: families });
    return toSessionView(session);
  }
}

/** After all of its kind: who makes up another of the course waits for the group. */
async function nextNumber(tx: Tx, { courseId, kind }: Session): Promise<number> {
  const [next] = await tx.query<{ number: number }>(
    'SELECT max(number) + 1 AS number FROM appointment WHERE municipality = $1 AND course_id = $2 AND kind = $3',
    [tx.municipality, courseId, kind],
  );
  return next!.number;
}

const madeUpAlready = (): DomainError =>
  new DomainError('conflict', 'made-up-already', {
    da: 'En anden gang er allerede sat i stedet for den aflyste.',
    en: 'Another session is in the place of the cancelled one already.',
  });
