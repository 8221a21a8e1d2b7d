import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { conversationThing } from './conversation-thing.js';
import type { ConversationQuery, ConversationSummary } from './conversations.dto.js';
import { columnsOfConversation, toConversationView, type ConversationRow } from './show-conversation.js';

@Injectable()
export class FindConversations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those with the family, of each what the bases allow. @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, asked: ConversationQuery): Promise<Page<ConversationSummary>> {
    const list = `conversations of ${familyId}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listConversations, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      const query = look.query(conversationThing);
      const { rows, total } = await look.list<ConversationRow>(query, {
        from: 'conversation con',
        where: ['con.municipality = helhed.tenant()', `con.family_id = ${query.value(familyId, 'uuid')}`],
        columns: columnsOfConversation,
        after: last ? `con.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'con.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => {
        const { goals: _, ...summary } = toConversationView(row, look.item(query, facts), look.tx);
        return summary;
      };
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
