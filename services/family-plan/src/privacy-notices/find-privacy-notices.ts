import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { informed, informedThing, once } from './informed-thing.js';
import type { PrivacyNoticeQuery, PrivacyNoticeView } from './privacy-notices.dto.js';
import { columnsOfNotice, toPrivacyNoticeView, type NoticeRow } from './show-privacy-notice.js';

@Injectable()
export class FindPrivacyNotices {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Who in the families that are reached was informed, and who is still to be. Whom nothing may be told of is no item (A-LST-03). */
  async page(actor: Actor, asked: PrivacyNoticeQuery): Promise<Page<PrivacyNoticeView>> {
    const { state, familyId, programme } = asked;
    const list = `privacy-notices ${[state, familyId, programme].join(' ')}`;
    const after = this.paging.after(list, asked) as [string, string, string] | undefined;
    return this.looks.at(actor, acts.listPrivacyNotices, async (look) => {
      const query = look.query(informedThing);
      const { rows, total } = await look.list<NoticeRow>(query, {
        from: informed,
        where: [
          'rr.municipality = helhed.tenant()',
          once,
          ...(state ? [`coalesce(n.outcome, 'outstanding') = ${query.value(state, 'text')}`] : []),
          ...(familyId ? [`rr.family_id = ${query.value(familyId, 'uuid')}`] : []),
          ...(programme ? [`rr.programme = ${query.value(programme, 'text')}`] : []),
        ],
        by: 'family.structure',
        columns: columnsOfNotice(query.value(look.tx.today, 'date')),
        after: after
          ? `(whose.family_id, rr.programme, whose.person_id) > (${query.value(after[0], 'uuid')}, ${query.value(after[1], 'text')},
             ${query.value(after[2], 'uuid')})`
          : undefined,
        order: 'whose.family_id, rr.programme, whose.person_id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]): PrivacyNoticeView => {
        look.item(query, facts);
        return toPrivacyNoticeView(row, look.tx);
      };
      return this.paging.page(list, asked, rows, total, view, (row) => [row.familyId, row.programme, row.personId]);
    });
  }
}
