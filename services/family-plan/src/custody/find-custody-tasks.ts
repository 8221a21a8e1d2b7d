import { Looks, type Actor } from '@helhed/access';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { daysAfter } from '../families/days-after.js';
import { childOfTask, custodyEnds, custodyTaskThing } from './custody-task-thing.js';
import type { CustodyTaskQuery, CustodyTaskView } from './custody-tasks.dto.js';

@Injectable()
export class FindCustodyTasks {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Of which children custody ends before long, the first to end first (A-FAM-19). What is withheld is no item. */
  async page(actor: Actor, asked: CustodyTaskQuery): Promise<Page<CustodyTaskView>> {
    const list = 'custody-tasks';
    const [endsOn, familyId, personId] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listCustodyTasks, async (look) => {
      const { today } = look.tx;
      const query = look.query(custodyTaskThing);
      const until = daysAfter(today, valueOn(getGroundRules().ages.noticeDays, today));
      const { rows, total } = await look.list<CustodyTaskView>(query, {
        from: custodyEnds(query.value(today, 'date'), query.value(until, 'date')),
        where: ['true'],
        by: [
          { section: 'family.custody', persons: childOfTask },
          { section: 'family.identity', persons: 'ARRAY[t.person_id]', of: 't.majority' },
        ],
        columns: {
          familyId: 't.family_id',
          personId: 't.person_id',
          endsOn: 't.ends_on::text',
          because: `CASE WHEN t.majority THEN 'majority' ELSE 'custody-ended' END`,
        },
        after: endsOn
          ? `(t.ends_on, t.family_id, t.person_id) > (${query.value(endsOn, 'date')}, ${query.value(familyId, 'uuid')},
             ${query.value(personId, 'uuid')})`
          : undefined,
        order: 't.ends_on, t.family_id, t.person_id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]): CustodyTaskView => {
        look.item(query, facts);
        return { familyId: row.familyId, personId: row.personId, endsOn: row.endsOn, because: row.because };
      };
      return this.paging.page(list, asked, rows, total, view, (row) => [row.endsOn, row.familyId, row.personId]);
    });
  }
}
