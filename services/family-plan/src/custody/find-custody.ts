import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyAtAllTimes, membersOf } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { toCustodyView, type CustodyQuery, type CustodyRow, type CustodyView } from './custody.dto.js';

@Injectable()
export class FindCustody {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Of the family's children, whichever family it was told about (A-FAM-04). @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, query: CustodyQuery): Promise<Page<CustodyView>> {
    const list = `custody in ${familyId}`;
    const [last] = this.paging.after(list, query) ?? [];
    return this.looks.at(actor, acts.listCustody, async (look) => {
      const asked = look.query(familyAtAllTimes);
      const [after, limit] = [asked.value(last ?? null, 'uuid'), asked.value(query.limit + 1, 'int')];
      const { rows, total, decision } = await lookAtFamily<{ rows: CustodyRow[]; total: number }>(
        look,
        asked,
        familyId,
        [
          `(SELECT count(*)::int FROM ${ofChildren}) AS total`,
          `(SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
             SELECT c.id, c.child_id AS "childId", c.holder_id AS "holderId", c.from_date AS "from", c.to_date AS "to", c.version
             FROM ${ofChildren} AND (${after} IS NULL OR c.id > ${after}) ORDER BY c.id LIMIT ${limit}) page) AS rows`,
        ],
      );
      const view = (row: CustodyRow) => toCustodyView(row, decision);
      return this.paging.page(list, query, rows, total, view, ({ id }) => [id]);
    });
  }
}

const ofChildren = `custody c WHERE c.municipality = helhed.tenant() AND c.child_id = ANY (${membersOf('f.id')})`;
