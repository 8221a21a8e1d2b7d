import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { EmployeeRelation } from './employee-relation.js';
import {
  toEmployeeRelationView,
  type EmployeeRelationQuery,
  type EmployeeRelationView,
} from './employee-relations.dto.js';

@Injectable()
export class FindEmployeeRelations {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async page({ municipality }: Actor, query: EmployeeRelationQuery): Promise<Page<EmployeeRelationView>> {
    const { sub, limit } = query;
    const [last] = this.paging.after('employee-relations', query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      const all = { municipality, ...(sub && { sub }) };
      const where = { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const rows = await tx.manager.find(EmployeeRelation, { where, order: { id: 'ASC' }, take: limit + 1 });
      const total = await tx.manager.countBy(EmployeeRelation, all);
      const subjects = rows.slice(0, limit).flatMap((relation) => relation.persons());
      tx.log({ kind: 'look', act: 'employee-relation.list', subjects: [...new Set(subjects)] });
      return this.paging.page('employee-relations', query, rows, total, toEmployeeRelationView, ({ id }) => [id]);
    });
  }
}
