import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Group } from '../groups/group.js';
import { toSessionView, type SessionView } from './courses.dto.js';
import { holdSession } from './hold-session.js';
import { lockSession } from './lock-session.js';

@Injectable()
export class MarkHeld {
  constructor(private readonly database: Database) {}

  /** As `holdSession`: a second time nothing happens, whatever version is sent. */
  async run(actor: Actor, id: string, version: number): Promise<SessionView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { manager, municipality } = tx;
      const session = await lockSession(tx, actor, id);
      if (session.heldOn) return toSessionView(session);
      requireVersion(session, version);
      const group = await manager.findOneByOrFail(Group, { municipality, courseId: session.courseId! });
      await holdSession(tx, session, group);
      return toSessionView(session);
    });
  }
}
