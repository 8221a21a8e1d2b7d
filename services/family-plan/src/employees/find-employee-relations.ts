import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { acts } from '../acts.js';
import { EmployeeRelation } from './employee-relation.js';
import {
  toEmployeeRelationView,
  type EmployeeRelationQuery,
  type EmployeeRelationView,
} from './employee-relations.dto.js';

@Injectable()
export class FindEmployeeRelations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  async page(actor: Actor, query: EmployeeRelationQuery): Promise<Page<EmployeeRelationView>> {
    const { sub, limit } = query;
    const [last] = this.paging.after('employee-relations', query) ?? [];
    return this.looks.at(actor, acts.listEmployeeRelations, async (look) => {
      const { manager, municipality } = look.tx;
      look.settledBy('function');
      const all = { municipality, ...(sub && { sub }) };
      const where = { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const rows = await manager.find(EmployeeRelation, { where, order: { id: 'ASC' }, take: limit + 1 });
      const total = await manager.countBy(EmployeeRelation, all);
      const subjects = rows.slice(0, limit).flatMap((relation) => relation.persons());
      look.log([...new Set(subjects)]);
      return this.paging.page('employee-relations', query, rows, total, toEmployeeRelationView, ({ id }) => [id]);
    });
  }
}
