import { Looks, type Actor, type Look } from '@helhed/access';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { childAndHolders, familyAtAllTimes, membersOf } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import type { CustodyPage, CustodyQuery, CustodyView, ToldCustodyView } from './custody.dto.js';
import { childAndTold, isToldOnly, toldCustodyThing } from './told-custody-thing.js';

/** A referral names at most 30 members, and 4 holders of each. */
const mostTold = 120;

@Injectable()
export class FindCustody {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /**
   * Of those of the family's children whose custody is shown, whichever family it was told about (A-FAM-04): a row tells
   * who is a child, and how many hold custody. @throws DomainError as `lookAtFamily` does
   */
  async ofFamily(actor: Actor, familyId: string, query: CustodyQuery): Promise<CustodyPage> {
    const list = `custody in ${familyId}`;
    const [last] = this.paging.after(list, query) ?? [];
    return this.looks.at(actor, acts.listCustody, async (look) => {
      const asked = look.query(familyAtAllTimes);
      const [after, limit] = [asked.value(last ?? null, 'uuid'), asked.value(query.limit + 1, 'int')];
      const shown = `custody k WHERE k.municipality = helhed.tenant() AND k.child_id = ANY (${membersOf('f.id')})
        AND ${asked.shown('family.custody', childAndHolders('k.child_id', 'true'))}`;
      const { rows, total, decision } = await lookAtFamily<{ rows: CustodyView[]; total: number }>(
        look,
        asked,
        familyId,
        [
          `(SELECT count(*)::int FROM ${shown}) AS total`,
          `(SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
             SELECT k.id, k.child_id AS "childId", k.holder_id AS "holderId", k.from_date AS "from", k.to_date AS "to", k.version
             FROM ${shown} AND (${after} IS NULL OR k.id > ${after}) ORDER BY k.id LIMIT ${limit}) page) AS rows`,
        ],
      );
      const page = this.paging.page(
        list,
        query,
        rows,
        total,
        (row) => row,
        ({ id }) => [id],
      );
      return { ...page, told: await toldOf(look, familyId), withheld: decision.withheld };
    });
  }
}

/** What its referral told that is no custody; what of it is withheld is not there. */
async function toldOf(look: Look, familyId: string): Promise<ToldCustodyView[]> {
  const query = look.query(toldCustodyThing);
  const { rows } = await look.list<ToldCustodyView>(query, {
    from: 'custody_told t',
    where: [isToldOnly, `t.family_id = ${query.value(familyId, 'uuid')}`],
    by: [{ section: 'family.custody', persons: childAndTold }],
    columns: {
      childId: 't.child_id',
      holderId: 't.holder_id',
      toldOn: 't.told_on::text',
      toldBy: 't.unit',
      referralId: 't.referral_id',
    },
    order: 't.child_id, t.holder_id',
    limit: mostTold,
  });
  return rows.map(({ facts, childId, holderId, toldOn, toldBy, referralId }) => {
    look.item(query, facts);
    return { childId, holderId, toldOn, toldBy, referralId };
  });
}
