import { Looks, type Actor } from '@helhed/access';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { childAndHolders, familyAtAllTimes, membersOf } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import type { CustodyPage, CustodyQuery, CustodyView } from './custody.dto.js';

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
      return { ...page, withheld: decision.withheld };
    });
  }
}
