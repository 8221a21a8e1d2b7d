import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { goalThing } from './goal-thing.js';
import type { GoalQuery, GoalView } from './goals.dto.js';
import { columnsWithPoint, toGoalView, type GoalWithPoint } from './show-goal.js';

@Injectable()
export class FindGoals {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those of the family, of each what the bases allow (A-FAM-25). @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, asked: GoalQuery): Promise<Page<GoalView>> {
    const list = `goals of ${familyId}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listGoals, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      const query = look.query(goalThing);
      const { rows, total } = await look.list<GoalWithPoint>(query, {
        from: 'goal g',
        where: ['g.municipality = helhed.tenant()', `g.family_id = ${query.value(familyId, 'uuid')}`],
        columns: columnsWithPoint,
        after: last ? `g.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'g.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => toGoalView(row, look.item(query, facts), look.tx);
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
