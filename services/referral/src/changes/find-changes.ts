import { keptSince, Looks, numberChanges, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { referralThing } from '../referrals/referral-thing.js';
import type { Change, ChangePage, ChangeQuery } from './changes.dto.js';

// the longest bigint's digits: a cursor's length tells nothing of how many were withheld before it
const padded = `lpad(u.number::text, 19, '0')`;

interface Told extends Change {
  readonly number: string;
}

/** A change is told by the outcome of its referral, as that may be heard now: what is withheld is no item (A-LST-03). */
@Injectable()
export class FindChanges {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /**
   * In the order of the unit's numbers, which are in no answer: a gap would tell that something is withheld. So the
   * cursor moves with what was told, and never past what was not.
   */
  async page(actor: Actor, asked: ChangeQuery): Promise<ChangePage> {
    const { limit } = asked;
    const [last] = this.paging.after('changes', asked) ?? [];
    const unit = actor.unit as string;
    // on its own: who numbers holds up all who take the unit's feed, and a look may take its time
    await this.database.inTransaction(actor.municipality, (tx) => numberChanges(tx, unit));
    return this.looks.at(actor, acts.changes, async (look) => {
      const query = look.query(referralThing);
      const changes = {
        from: 'helhed.unit_change u',
        where: `u.municipality = helhed.tenant() AND u.unit = ${query.value(unit, 'text')}
          AND u.number > ${query.value(last ?? 0, 'bigint')} AND u.at >= ${query.value(keptSince(look.tx), 'timestamptz')}`,
      };
      const { rows, total } = await look.list<Told>(query, {
        // found first, each once, and decided then (OFFSET 0): without statistics every referral would be decided on
        from: `(SELECT r.* FROM (SELECT DISTINCT u.thing FROM ${changes.from} WHERE ${changes.where} OFFSET 0) u
          JOIN referral r ON r.id = u.thing WHERE r.municipality = helhed.tenant() OFFSET 0) r`,
        where: [],
        by: 'referral.outcome',
        several: { thing: 'r', from: changes.from, where: `${changes.where} AND u.thing = r.id` },
        columns: { id: 'r.id', type: 'u.type', number: padded },
        order: 'u.number',
        limit: limit + 1,
      });
      const view = ({ id, type, facts }: (typeof rows)[number]): Change => {
        look.item(query, facts);
        return { id, type };
      };
      const page = this.paging.page('changes', asked, rows, total, view, ({ number }) => [number]);
      const behind = rows.at(Math.min(limit, rows.length) - 1)?.number;
      const resume = behind === undefined ? (asked.cursor ?? null) : this.paging.behind('changes', asked, [behind]);
      return { ...page, items: [...page.items], resume };
    });
  }
}
