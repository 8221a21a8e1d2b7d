import { Looks, type Actor } from '@helhed/access';
import { ConversationMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { toInterval } from '../calendar/local-time.js';
import { insist } from '../courses/book-whole.js';
import type { MoveSession as Wish } from '../courses/courses.dto.js';
import { moveNeeds } from '../needs/needs-of-appointments.js';
import { bookFor } from './book-for.js';
import type { Conversation } from './conversation.js';
import type { ConversationReceipt } from './conversations.dto.js';
import { onConversation } from './on-conversation.js';
import { requireConversationTime } from './require-conversation-time.js';
import { about, timeOf } from './tell-conversations.js';

@Injectable()
export class MoveConversation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** To another time or room, for all who come, or not at all, with the reasons; asked again, nothing happens. */
  async run(actor: Actor, id: string, version: number, wish: Wish): Promise<ConversationReceipt> {
    return insist(() =>
      this.database.inTransaction(actor.municipality, (tx) => this.#move(tx, actor, id, version, wish)),
    );
  }

  #move(tx: Tx, actor: Actor, id: string, version: number, wish: Wish): Promise<ConversationReceipt> {
    const placeOf = ({ roomId }: Pick<Conversation, 'roomId'>) => ({
      date: wish.date,
      startTime: wish.startTime,
      roomId: wish.room ?? roomId,
    });
    return onConversation(tx, this.looks, actor, acts.moveConversation, {
      id,
      version,
      isDone: (conversation) => conversation.isAt(placeOf(conversation)),
      settle: async (conversation, group) => {
        const to = placeOf(conversation);
        await requireConversationTime(tx, group, conversation.conversation, { ...to, from: conversation.roomId });
        conversation.move({ ...to, ...toInterval({ ...to, minutes: conversation.minutes }) }, tx);
        await bookFor(tx, group, conversation);
        await moveNeeds(tx, [conversation]);
        tx.emit(ConversationMoved, { ...about(group, conversation), ...timeOf(conversation), movedOn: tx.today });
      },
    });
  }
}
