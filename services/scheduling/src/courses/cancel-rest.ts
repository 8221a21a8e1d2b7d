import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Appointment, type Session } from '../calendar/appointment.js';
import { settleRefill } from '../groups/refill.js';
import { callOff, lockGroupOf } from './call-off.js';
import type { CourseView } from './courses.dto.js';
import { findCourse } from './find-course.js';
import { lockSession } from './lock-session.js';

@Injectable()
export class CancelRest {
  constructor(private readonly database: Database) {}

  /** This session and all of the course that come after it, in one act; a second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<CourseView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const named = await lockSession(tx, actor, id);
      const rest = await this.#lockRest(tx, named);
      if (rest.length > 0) {
        requireVersion(named, version);
        const group = await lockGroupOf(tx, named);
        const families = new Set<string>();
        for (const session of rest) for (const familyId of await callOff(tx, group, session)) families.add(familyId);
        await settleRefill(tx, group);
        tx.log({ kind: 'command', act: 'session.cancel-rest', subjects: [...families] });
      }
      return (await findCourse(tx, named.courseId!))!;
    });
  }

  /** Those that are not off, first to last: before the group, as whoever cancels one of them locks. */
  async #lockRest({ manager, municipality }: Tx, { courseId, startsAt }: Session): Promise<Session[]> {
    const sessions = (await manager.find(Appointment, {
      where: { municipality, courseId: courseId! },
      order: { startsAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    })) as Session[];
    return sessions.filter((session) => session.startsAt >= startsAt && !session.cancelledAt);
  }
}
