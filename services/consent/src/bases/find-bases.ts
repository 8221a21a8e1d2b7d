import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { toBasisView, type BasisQuery, type BasisView } from './bases.dto.js';
import { Basis } from './basis.js';

@Injectable()
export class FindBases {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async get({ municipality }: Actor, id: string): Promise<BasisView> {
    return this.database.inTransaction(municipality, async (tx) => {
      const basis = await tx.manager.findOneBy(Basis, { municipality, id });
      if (!basis) throw notFound({ da: 'Hjemlen', en: 'The basis' });
      tx.log({ kind: 'look', act: 'basis.read', subjects: [basis.familyId, ...basis.persons] });
      return toBasisView(basis, tx.personalData);
    });
  }

  async page({ municipality }: Actor, query: BasisQuery): Promise<Page<BasisView>> {
    const { familyId, limit } = query;
    const [last] = this.paging.after('bases', query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      const all = { municipality, familyId };
      const where = { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const bases = await tx.manager.find(Basis, { where, order: { id: 'ASC' }, take: limit + 1 });
      const total = await tx.manager.countBy(Basis, all);
      const persons = bases.slice(0, limit).flatMap((basis) => basis.persons);
      tx.log({ kind: 'look', act: 'basis.list', subjects: [familyId, ...new Set(persons)] });
      const view = (basis: Basis) => toBasisView(basis, tx.personalData);
      return this.paging.page('bases', query, bases, total, view, ({ id }) => [id]);
    });
  }
}
