import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { referralThing } from './referral-thing.js';
import {
  summaryColumns,
  toSummary,
  type ReferralQuery,
  type ReferralSummary,
  type Summarised,
} from './referrals.dto.js';

@Injectable()
export class FindReferrals {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** In the order of receipt. By state, those only whose state the actor may see. */
  async page(actor: Actor, asked: ReferralQuery): Promise<Page<ReferralSummary>> {
    const { state, programme, limit } = asked;
    const [last] = this.paging.after('referrals', asked) ?? [];
    return this.looks.at(actor, acts.list, async (look) => {
      const query = look.query(referralThing);
      const { rows, total } = await look.list<Summarised>(query, {
        from: 'referral r',
        where: [
          'r.municipality = helhed.tenant()',
          ...(state ? [`r.state = ${query.value(state, 'text')}`] : []),
          ...(programme ? [`r.programme = ${query.value(programme, 'text')}`] : []),
        ],
        by: state && 'referral.outcome',
        columns: summaryColumns,
        after: last ? `r.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'r.id',
        limit: limit + 1,
      });
      const view = (row: (typeof rows)[number]) => toSummary(row, look.item(query, row.facts));
      return this.paging.page('referrals', asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
