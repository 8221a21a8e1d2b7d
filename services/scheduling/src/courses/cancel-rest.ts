import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { settleRefill } from '../groups/refill.js';
import { callOff, lockGroupOf } from './call-off.js';
import type { CourseView } from './courses.dto.js';
import { findCourse } from './find-course.js';
import { lockRest } from './lock-rest.js';
import { lockSession } from './lock-session.js';

@Injectable()
export class CancelRest {
  constructor(private readonly database: Database) {}

  /** This session and all of the course that come after it, in one act; a second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<CourseView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const named = await lockSession(tx, actor, id);
      const rest = await lockRest(tx, named);
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
}
