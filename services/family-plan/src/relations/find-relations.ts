import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan, type FindOptionsWhere } from 'typeorm';
import { acts } from '../acts.js';
import { reachFamily } from '../families/reach-family.js';
import { Relation } from './relation.js';
import { toRelationView, type RelationQuery, type RelationView } from './relations.dto.js';

@Injectable()
export class FindRelations {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** Those in force today. @throws DomainError `not-found` */
  async ofFamily(actor: Actor, familyId: string, query: RelationQuery): Promise<Page<RelationView>> {
    const { municipality } = actor;
    const list = `relations of ${familyId}`;
    const [last] = this.paging.after(list, query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      await reachFamily(tx, actor, acts.listRelations, familyId);
      const begun = { municipality, familyId, from: LessThanOrEqual(tx.today) };
      const all: FindOptionsWhere<Relation>[] = [
        { ...begun, to: IsNull() },
        { ...begun, to: MoreThan(tx.today) },
      ];
      const where = last ? all.map((each) => ({ ...each, id: MoreThan(String(last)) })) : all;
      const rows = await tx.manager.find(Relation, { where, order: { id: 'ASC' }, take: query.limit + 1 });
      const total = await tx.manager.countBy(Relation, all);
      tx.log({ kind: 'look', act: 'relation.list', subjects: [familyId] });
      return this.paging.page(list, query, rows, total, toRelationView, ({ id }) => [id]);
    });
  }
}
