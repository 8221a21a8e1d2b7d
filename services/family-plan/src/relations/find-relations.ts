import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { type RelationQuery, type RelationView } from './relations.dto.js';

@Injectable()
export class FindRelations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those in force today (A-FAM-06). @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, query: RelationQuery): Promise<Page<RelationView>> {
    const list = `relations of ${familyId}`;
    const [last] = this.paging.after(list, query) ?? [];
    return this.looks.at(actor, acts.listRelations, async (look) => {
      const asked = look.query(familyThing);
      const today = asked.value(look.tx.today, 'date');
      const [after, limit] = [asked.value(last ?? null, 'uuid'), asked.value(query.limit + 1, 'int')];
      const inForce = `relation r WHERE r.municipality = helhed.tenant() AND r.family_id = f.id
        AND r.from_date <= ${today} AND (r.to_date IS NULL OR ${today} < r.to_date)`;
      const { rows, total } = await lookAtFamily<{ rows: RelationView[]; total: number }>(look, asked, familyId, [
        `(SELECT count(*)::int FROM ${inForce}) AS total`,
        `(SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
           SELECT r.id, r.family_id AS "familyId", r.programme, r.kind, r.sub, r.unit, r.function, r.from_date AS "from",
             r.to_date AS "to", r.version
           FROM ${inForce} AND (${after} IS NULL OR r.id > ${after}) ORDER BY r.id LIMIT ${limit}) page) AS rows`,
      ]);
      return this.paging.page(
        list,
        query,
        rows,
        total,
        (row) => row,
        ({ id }) => [id],
      );
    });
  }
}
