import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { deliveryThing } from '../groups/group-things.js';
import type { DueDelivery, DueDeliveryQuery } from './deliveries.dto.js';
import { instant } from './delivery-rows.js';

/** Which invitations are to be called off, or sent anew since their session was moved: a list of work for whoever plans, and no look into a calendar (A-SCH-25). */
@Injectable()
export class FindDueDeliveries {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  async page(actor: Actor, asked: DueDeliveryQuery): Promise<Page<DueDelivery>> {
    const list = `due deliveries: ${asked.cancel ? 'cancel' : 'request'}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listDueDeliveries, async (look) => {
      const query = look.query(deliveryThing);
      const { rows, total } = await look.list<DueDelivery>(query, {
        from: 'delivery d',
        where: [
          'd.municipality = helhed.tenant()',
          'd.cancelled_at IS NULL',
          asked.cancel ? 'd.cancel_due_since IS NOT NULL' : toldBefore(query.value(look.tx.now, 'timestamptz')),
        ],
        columns: {
          id: 'd.id',
          family: 'd.family_id',
          session: 'd.session_id',
          recipient: 'd.recipient_id',
          unit: 'd.unit',
          function: 'd.function',
          lastOn: 'd.last_on::text',
          dueSince: `to_char(${asked.cancel ? 'd.cancel_due_since' : changedAt} AT TIME ZONE 'UTC', '${instant}')`,
        },
        after: last === undefined ? undefined : `d.id > ${query.value(last, 'uuid')}`,
        order: 'd.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]): DueDelivery => {
        look.item(query, facts);
        const { id, family, session, recipient, unit, function: name, lastOn, dueSince } = row;
        return { id, family, session, recipient, unit, function: name, lastOn, dueSince };
      };
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}

const changedAt = `(SELECT a.changed_at FROM appointment a WHERE a.municipality = d.municipality AND a.id = d.session_id)`;

/** What it told is no longer so, and its session is to come. */
const toldBefore = (now: string): string => `d.kind = 'invitation' AND d.cancel_due_since IS NULL AND EXISTS (
  SELECT FROM appointment a WHERE a.municipality = d.municipality AND a.id = d.session_id AND a.moved_on IS NOT NULL
    AND a.version > d.told_version AND a.cancelled_at IS NULL AND a.starts_at > ${now})`;
