import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { reachOf } from './reach.js';
import { Referral } from './referral.js';
import { toSummary, type ReferralQuery, type ReferralSummary } from './referrals.dto.js';

@Injectable()
export class FindReferrals {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** In the order of receipt. */
  async page(actor: Actor, query: ReferralQuery): Promise<Page<ReferralSummary>> {
    const { state, programme, limit } = query;
    const [last] = this.paging.after('referrals', query) ?? [];
    const all = { ...reachOf(actor), ...(state && { state }), ...(programme && { programme }) };
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const [referrals, total] = await Promise.all([
        tx.manager.find(Referral, {
          where: { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) },
          order: { id: 'ASC' },
          take: limit + 1,
        }),
        tx.manager.countBy(Referral, all),
      ]);
      const page = this.paging.page('referrals', query, referrals, total, toSummary, ({ id }) => [id]);
      tx.log({ kind: 'look', act: 'referral.list', subjects: page.items.map(({ familyId }) => familyId) });
      return page;
    });
  }
}
