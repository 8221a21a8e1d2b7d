import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { referralThing } from '../referrals/referral-thing.js';
import {
  toWaitingFamily,
  type WaitingFamily,
  type WaitingListChangeView,
  type WaitingListQuery,
} from './waiting-list.dto.js';

type ChangeRow = Omit<WaitingListChangeView, 'at'> & { id: string; at: Date };

/** Both are by the outcome of a referral: of whom it is withheld, there is no item (A-LST-03). */
@Injectable()
export class FindWaitingList {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** A family's position counts the whole queue, those also that the actor may not see. */
  async families(actor: Actor, asked: WaitingListQuery): Promise<Page<WaitingFamily>> {
    const [receivedOn, id] = this.paging.after('waiting-list', asked) ?? [];
    return this.looks.at(actor, acts.waitingList, async (look) => {
      const query = look.query(referralThing);
      const { rows, total } = await look.list<Omit<WaitingFamily, 'explanation'>>(query, {
        from: `(SELECT row_number() OVER (ORDER BY w.received_on, w.id)::int AS position, w.* FROM referral w
          WHERE w.municipality = helhed.tenant() AND w.programme = ${query.value(asked.programme, 'text')}
            AND w.state = 'waiting') r`,
        where: ['true'],
        by: 'referral.outcome',
        columns: {
          position: 'r.position',
          referralId: 'r.id',
          familyId: 'r.family_id',
          receivedOn: 'r.received_on::text',
          waitingSince: 'r.since::text',
        },
        after: id
          ? `(r.received_on, r.id) > (${query.value(receivedOn, 'date')}, ${query.value(id, 'uuid')})`
          : undefined,
        order: 'r.position',
        limit: asked.limit + 1,
      });
      const view = ({ position, referralId, familyId, waitingSince, ...row }: (typeof rows)[number]) => {
        look.item(query, row.facts);
        return toWaitingFamily({ position, referralId, familyId, receivedOn: row.receivedOn, waitingSince });
      };
      return this.paging.page('waiting-list', asked, rows, total, view, (row) => [row.receivedOn, row.referralId]);
    });
  }

  /** Who came to the list and who went from it, latest first. */
  async changes(actor: Actor, asked: WaitingListQuery): Promise<Page<WaitingListChangeView>> {
    const [before] = this.paging.after('waiting-list-changes', asked) ?? [];
    return this.looks.at(actor, acts.waitingListChanges, async (look) => {
      const query = look.query(referralThing);
      const { rows, total } = await look.list<ChangeRow>(query, {
        from: 'waiting_list_change c JOIN referral r ON r.municipality = c.municipality AND r.id = c.referral_id',
        where: [`c.municipality = helhed.tenant()`, `c.programme = ${query.value(asked.programme, 'text')}`],
        by: 'referral.outcome',
        columns: {
          id: 'c.id',
          referralId: 'c.referral_id',
          at: 'c.at',
          change: 'c.change',
          position: 'c.position',
          reason: 'c.reason',
          placeId: 'c.place_id',
        },
        after: before ? `c.id < ${query.value(before, 'uuid')}` : undefined,
        order: 'c.id DESC',
        limit: asked.limit + 1,
      });
      const view = ({ referralId, at, change, position, reason, placeId, facts }: (typeof rows)[number]) => {
        look.item(query, facts);
        return { referralId, at: at.toISOString(), change, position, reason, placeId };
      };
      return this.paging.page('waiting-list-changes', asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
