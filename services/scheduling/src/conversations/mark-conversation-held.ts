import { Looks, type Actor } from '@helhed/access';
import { ConversationHeld } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { ConversationReceipt } from './conversations.dto.js';
import { reachConversation } from './reach-conversation.js';
import { about } from './tell-conversations.js';

@Injectable()
export class MarkConversationHeld {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** That it took place; what was said is family-plan's. A second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<ConversationReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const reached = await reachConversation(tx, this.looks, acts.markConversationHeld, { actor, id });
      const { conversation, group } = reached;
      if (conversation.heldOn) return reached.receipt();
      reached.requireVersion(version);
      conversation.markHeld(tx.now);
      await tx.manager.save(conversation);
      tx.emit(ConversationHeld, { ...about(group, conversation), heldOn: conversation.heldOn! });
      tx.log({ kind: 'command', act: 'conversation.mark-held', subjects: [conversation.familyId] });
      return reached.receipt();
    });
  }
}
