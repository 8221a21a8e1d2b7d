import { Looks, type Actor } from '@helhed/access';
import { ConversationHeld } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { ConversationReceipt } from './conversations.dto.js';
import { onConversation } from './on-conversation.js';
import { about } from './tell-conversations.js';

@Injectable()
export class MarkConversationHeld {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** That it took place; what was said is family-plan's. A second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<ConversationReceipt> {
    return this.database.inTransaction(actor.municipality, (tx) =>
      onConversation(tx, this.looks, actor, acts.markConversationHeld, {
        id,
        version,
        isDone: ({ heldOn }) => heldOn !== null,
        settle: async (conversation, group) => {
          conversation.markHeld(tx.now);
          tx.emit(ConversationHeld, { ...about(group, conversation), heldOn: conversation.heldOn! });
        },
      }),
    );
  }
}
