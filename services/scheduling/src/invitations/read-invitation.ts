import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { findEntries } from '../feeds/find-entries.js';
import { requireSubject } from '../feeds/feed-reach.js';
import { invitationFile } from './invitation-file.js';

@Injectable()
export class ReadInvitation {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `not-found` unless the session is, or was until it was cancelled, in the family's calendar */
  async run(actor: Actor, sessionId: string, familyId: string): Promise<string> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      await requireSubject(tx, actor, 'family', familyId);
      const [entry] = await findEntries(tx, { kind: 'family', subjectId: familyId }, sessionId);
      if (!entry) throw notFound({ da: 'Invitationen', en: 'The invitation' });
      tx.log({ kind: 'look', act: 'invitation.read', subjects: [familyId] });
      return invitationFile(entry, familyId);
    });
  }
}
