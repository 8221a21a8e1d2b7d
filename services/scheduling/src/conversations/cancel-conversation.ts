import { Looks, type Actor } from '@helhed/access';
import { ConversationCancelled } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { markSessionOff } from '../deliveries/due.js';
import type { ConversationReceipt } from './conversations.dto.js';
import { reachConversation } from './reach-conversation.js';
import { about } from './tell-conversations.js';

@Injectable()
export class CancelConversation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Room, staff and parents are free again; the family is told, and who was invited is to hear of it. A second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<ConversationReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const reached = await reachConversation(tx, this.looks, acts.cancelConversation, { actor, id });
      const { conversation, group } = reached;
      if (conversation.cancelledAt) return reached.receipt();
      reached.requireVersion(version);
      conversation.cancel(tx.now);
      await tx.manager.save(conversation);
      await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [tx.municipality, id]);
      await markSessionOff(tx, id);
      tx.emit(ConversationCancelled, { ...about(group, conversation), cancelledOn: tx.today });
      tx.log({ kind: 'command', act: 'conversation.cancel', subjects: [conversation.familyId] });
      return reached.receipt();
    });
  }
}
