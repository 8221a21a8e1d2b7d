import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { childViewThing } from './child-view-thing.js';
import type { ChildViewQuery, ChildViewView } from './child-views.dto.js';
import { columnsOfView, toChildViewView, type ChildViewRow } from './show-child-view.js';

@Injectable()
export class FindChildViews {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those of a family's children, of each what the bases allow (A-FAM-16). @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, asked: ChildViewQuery): Promise<Page<ChildViewView>> {
    const list = `child views in ${familyId}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listChildViews, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      const query = look.query(childViewThing);
      const { rows, total } = await look.list<ChildViewRow>(query, {
        from: 'child_view v',
        where: ['v.municipality = helhed.tenant()', `v.family_id = ${query.value(familyId, 'uuid')}`],
        columns: columnsOfView,
        after: last ? `v.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'v.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => toChildViewView(row, look.item(query, facts), look.tx);
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
