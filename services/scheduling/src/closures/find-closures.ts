import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Closure } from './closure.js';
import { toClosureView, type ClosureQuery, type ClosureView } from './closures.dto.js';

@Injectable()
export class FindClosures {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async get({ municipality }: Actor, id: string): Promise<ClosureView> {
    const closure = await this.database.inTransaction(municipality, ({ manager }) =>
      manager.findOneBy(Closure, { municipality, id }),
    );
    if (!closure) throw notFound({ da: 'Lukkeperioden', en: 'The closing period' });
    return toClosureView(closure);
  }

  async page({ municipality }: Actor, query: ClosureQuery): Promise<Page<ClosureView>> {
    const [last] = this.paging.after('closures', query) ?? [];
    return this.database.inTransaction(municipality, async ({ manager }) => {
      const where = { municipality, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const closures = await manager.find(Closure, { where, order: { id: 'ASC' }, take: query.limit + 1 });
      const total = await manager.countBy(Closure, { municipality });
      return this.paging.page('closures', query, closures, total, toClosureView, ({ id }) => [id]);
    });
  }
}
