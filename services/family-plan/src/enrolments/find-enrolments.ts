import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging, type Page, type PageQuery } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { getFamily } from '../families/get-family.js';
import { Enrolment } from './enrolment.js';
import { toEnrolmentView, type EnrolmentQuery, type EnrolmentView } from './enrolments.dto.js';

interface Filter {
  readonly programme?: string | undefined;
  readonly groupId?: string | undefined;
  readonly familyId?: string | undefined;
}

@Injectable()
export class FindEnrolments {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  page(actor: Actor, query: EnrolmentQuery): Promise<Page<EnrolmentView>> {
    const { programme, groupId } = query;
    return this.#find(actor, 'enrolments', query, { programme, groupId });
  }

  /** @throws DomainError `not-found`, or `family-erased` (410) */
  ofFamily(actor: Actor, familyId: string, query: PageQuery): Promise<Page<EnrolmentView>> {
    return this.#find(actor, `enrolments of ${familyId}`, query, { familyId });
  }

  async #find(
    { municipality }: Actor,
    list: string,
    query: PageQuery,
    { programme, groupId, familyId }: Filter,
  ): Promise<Page<EnrolmentView>> {
    const [last] = this.paging.after(list, query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      if (familyId) await getFamily(tx, familyId);
      const all = {
        municipality,
        ...(programme && { programme }),
        ...(groupId && { groupId }),
        ...(familyId && { familyId }),
      };
      const where = { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const enrolments = await tx.manager.find(Enrolment, { where, order: { id: 'ASC' }, take: query.limit + 1 });
      const total = await tx.manager.countBy(Enrolment, all);
      const shown = enrolments.slice(0, query.limit).map((enrolment) => enrolment.familyId);
      const subjects = new Set(familyId ? [familyId, ...shown] : shown);
      tx.log({ kind: 'look', act: 'enrolment.list', subjects: [...subjects] });
      return this.paging.page(list, query, enrolments, total, toEnrolmentView, ({ id }) => [id]);
    });
  }
}
