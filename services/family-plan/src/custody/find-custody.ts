import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { findMembers } from '../families/family-member.js';
import { getFamily } from '../families/get-family.js';
import { holdsOn } from '../periods/period.js';
import { toCustodyView, type CustodyQuery, type CustodyView } from './custody.dto.js';
import { Custody } from './custody.js';

@Injectable()
export class FindCustody {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** Of the family's children, whichever family it was told about. @throws DomainError `not-found`, `family-erased` (410) */
  async ofFamily({ municipality }: Actor, familyId: string, query: CustodyQuery): Promise<Page<CustodyView>> {
    const list = `custody in ${familyId}`;
    const [last] = this.paging.after(list, query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      await getFamily(tx, familyId);
      const members = (await findMembers(tx, familyId)).map(({ personId }) => personId);
      const all = { municipality, childId: In(members) };
      const where = { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const rows = await tx.manager.find(Custody, { where, order: { id: 'ASC' }, take: query.limit + 1 });
      const total = await tx.manager.countBy(Custody, all);
      const shown = rows.slice(0, query.limit).flatMap(({ childId, holderId }) => [childId, holderId]);
      tx.log({ kind: 'look', act: 'custody.list', subjects: [...new Set([familyId, ...shown])] });
      return this.paging.page(list, query, rows, total, toCustodyView, ({ id }) => [id]);
    });
  }
}

/** Who holds custody of these children today. */
export async function findHolders({ manager, municipality, today }: Tx, children: readonly string[]) {
  const custody = await manager.findBy(Custody, { municipality, childId: In([...children]) });
  return custody.filter((each) => holdsOn(each, today));
}
