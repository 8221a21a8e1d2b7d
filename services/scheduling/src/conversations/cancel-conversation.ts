import { Looks, type Actor } from '@helhed/access';
import { ConversationCancelled } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { markSessionOff } from '../deliveries/due.js';
import { endNeeds } from '../needs/needs-of-appointments.js';
import type { ConversationReceipt } from './conversations.dto.js';
import { onConversation } from './on-conversation.js';
import { about } from './tell-conversations.js';

@Injectable()
export class CancelConversation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Room, staff and parents are free again; the family is told, who was invited is to hear of it, and what it needs ends. A second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<ConversationReceipt> {
    return this.database.inTransaction(actor.municipality, (tx) =>
      onConversation(tx, this.looks, actor, acts.cancelConversation, {
        id,
        version,
        isDone: ({ cancelledAt }) => cancelledAt !== null,
        settle: async (conversation, group) => {
          conversation.cancel(tx.now);
          await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [tx.municipality, id]);
          await endNeeds(tx, conversation);
          await markSessionOff(tx, id);
          tx.emit(ConversationCancelled, { ...about(group, conversation), cancelledOn: tx.today });
        },
      }),
    );
  }
}
