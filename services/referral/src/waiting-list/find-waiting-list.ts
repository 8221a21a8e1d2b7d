import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import {
  toWaitingFamily,
  type WaitingFamily,
  type WaitingListChangeView,
  type WaitingListQuery,
} from './waiting-list.dto.js';

type ChangeRow = Omit<WaitingListChangeView, 'at'> & { id: string; familyId: string; at: Date };

@Injectable()
export class FindWaitingList {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async families({ municipality }: Actor, query: WaitingListQuery): Promise<Page<WaitingFamily>> {
    const [receivedOn = '0001-01-01', id = ''] = this.paging.after('waiting-list', query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      const values = [query.programme, receivedOn, id || '00000000-0000-0000-0000-000000000000', query.limit + 1];
      const [rows, total] = await Promise.all([
        tx.query<Omit<WaitingFamily, 'explanation'>>(familiesSql, values),
        count(
          tx,
          `referral WHERE municipality = helhed.tenant() AND programme = $1 AND state = 'waiting'`,
          query.programme,
        ),
      ]);
      const page = this.paging.page('waiting-list', query, rows, total, toWaitingFamily, (row) => [
        row.receivedOn,
        row.referralId,
      ]);
      tx.log({ kind: 'look', act: 'waiting-list.read', subjects: page.items.map(({ familyId }) => familyId) });
      return page;
    });
  }

  /** Who came to the list and who went from it, latest first. */
  async changes({ municipality }: Actor, query: WaitingListQuery): Promise<Page<WaitingListChangeView>> {
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = this.paging.after('waiting-list-changes', query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      const [rows, total] = await Promise.all([
        tx.query<ChangeRow>(changesSql, [query.programme, before, query.limit + 1]),
        count(tx, 'waiting_list_change WHERE municipality = helhed.tenant() AND programme = $1', query.programme),
      ]);
      const view = ({ id: _id, familyId: _familyId, ...row }: ChangeRow) => ({ ...row, at: row.at.toISOString() });
      tx.log({
        kind: 'look',
        act: 'waiting-list.changes',
        subjects: [...new Set(rows.map(({ familyId }) => familyId))],
      });
      return this.paging.page('waiting-list-changes', query, rows, total, view, ({ id }) => [id]);
    });
  }
}

async function count(tx: Tx, of: string, programme: string): Promise<number> {
  const [row] = await tx.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${of}`, [programme]);
  return row?.total ?? 0;
}

const familiesSql = `
  SELECT * FROM (
    SELECT row_number() OVER (ORDER BY received_on, id)::int AS position, id AS "referralId", family_id AS "familyId",
      received_on::text AS "receivedOn", since::text AS "waitingSince"
    FROM referral WHERE municipality = helhed.tenant() AND programme = $1 AND state = 'waiting') waiting
  WHERE ("receivedOn", "referralId") > ($2::text, $3::uuid) ORDER BY position LIMIT $4`;

const changesSql = `
  SELECT c.id, c.referral_id AS "referralId", r.family_id AS "familyId", c.at, c.change, c.position, c.reason, c.place_id AS "placeId"
  FROM waiting_list_change c JOIN referral r ON r.municipality = c.municipality AND r.id = c.referral_id
  WHERE c.municipality = helhed.tenant() AND c.programme = $1 AND c.id < $2 ORDER BY c.id DESC LIMIT $3`;
