import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { settleRefill } from '../groups/refill.js';
import { callOff, lockGroupOf } from './call-off.js';
import { toSessionView, type SessionView } from './courses.dto.js';
import { lockSession } from './lock-session.js';

@Injectable()
export class CancelSession {
  constructor(private readonly database: Database) {}

  /** One session; a second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<SessionView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const session = await lockSession(tx, actor, id);
      if (session.cancelledAt) return toSessionView(session);
      requireVersion(session, version);
      const group = await lockGroupOf(tx, session);
      const families = await callOff(tx, group, session);
      await settleRefill(tx, group);
      tx.log({ kind: 'command', act: 'session.cancel', subjects: families });
      return toSessionView(session);
    });
  }
}
