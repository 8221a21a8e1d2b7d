import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { reaches, reachesAll } from '../reach.js';
import { StaffMember } from './staff-member.js';
import { toStaffView, type StaffQuery, type StaffView } from './staff.dto.js';

@Injectable()
export class FindStaff {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async get(actor: Actor, id: string): Promise<StaffView> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const member = await tx.manager.findOneBy(StaffMember, { municipality, id });
      if (!member || !reaches(actor, member.unit)) throw notFound({ da: 'Medarbejderen', en: 'The member of staff' });
      tx.log({ kind: 'look', act: 'staff.read', subjects: [id], categories: ['staff'] });
      return toStaffView(member);
    });
  }

  async page(actor: Actor, query: StaffQuery): Promise<Page<StaffView>> {
    const { municipality } = actor;
    const [last] = this.paging.after('staff', query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      const { manager } = tx;
      const unit = reachesAll(actor) ? query.unit : (actor.unit ?? '');
      const all = { municipality, ...(unit === undefined ? {} : { unit }) };
      const where = { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const members = await manager.find(StaffMember, { where, order: { id: 'ASC' }, take: query.limit + 1 });
      const total = await manager.countBy(StaffMember, all);
      const page = this.paging.page('staff', query, members, total, toStaffView, ({ id }) => [id]);
      tx.log({ kind: 'look', act: 'staff.list', subjects: page.items.map(({ id }) => id), categories: ['staff'] });
      return page;
    });
  }
}
