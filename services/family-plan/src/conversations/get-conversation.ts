import { Looks, type AccessFacts, type Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { foundConversation } from './conversation-thing.js';
import type { ConversationView } from './conversations.dto.js';
import { columnsOfConversation, toConversationView, type ConversationRow } from './show-conversation.js';

@Injectable()
export class GetConversation {
  constructor(private readonly looks: Looks) {}

  /**
   * With the goals as they stood.
   * @throws DomainError `not-found` where it is not there, its family is erased or merged, or it is out of reach: one and the
   * same answer; 403 for one's own, a relative's or a colleague's record
   */
  async run(actor: Actor, id: string): Promise<ConversationView> {
    return this.looks.at(actor, acts.readConversation, async (look) => {
      const query = look.query(foundConversation);
      const columns = Object.entries(columnsOfConversation).map(([name, sql]) => `${sql} AS "${name}"`);
      const [row] = await query.rows<ConversationRow & { readonly facts: AccessFacts }>(
        look.tx,
        `SELECT ${columns.join(', ')}, ${query.facts} AS facts
         FROM conversation con JOIN family f ON f.municipality = con.municipality AND f.id = con.family_id
         WHERE con.municipality = helhed.tenant() AND con.id = ${query.value(id, 'uuid')}
           AND f.merged_into IS NULL AND f.state <> 'erased'`,
      );
      const decision = look.one(query, row?.facts, { da: 'Samtalen', en: 'The conversation' });
      return toConversationView(row as ConversationRow, decision, look.tx);
    });
  }
}
