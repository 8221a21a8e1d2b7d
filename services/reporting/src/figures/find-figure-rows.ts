import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import type { FigureCode } from '@helhed/contracts';
import { notFound } from '@helhed/kernel';
import { Paging, type Page, type Position } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { getProgramme } from '../programmes/programme-copy.js';
import { figures } from './figures.js';
import type { RowQuery, RowView } from './figures.dto.js';
import { selections, type Selection } from './selections.js';

interface Found extends RowView {
  readonly total: number;
}

@Injectable()
export class FindFigureRows {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** The rows that a figure counts: ids, dates and codes, and whose they are. */
  async page({ municipality }: Actor, code: FigureCode, query: RowQuery): Promise<Page<RowView>> {
    const list = `rows of ${code}`;
    const after = this.paging.after(list, query);
    return this.database.inTransaction(municipality, async (tx) => {
      const { definition } = await getProgramme(tx, query.programme);
      if (!definition.figures.includes(code))
        throw notFound({ da: 'Tallet i den indsats', en: 'The figure in that programme' });
      const found = await findRows(tx, selections[figures[code].rows], query, after);
      const page = this.paging.page(list, query, found, found[0]?.total ?? 0, toRowView, ({ on, id }) => [on, id]);
      const families = page.items.flatMap(({ familyId }) => familyId ?? []);
      tx.log({ kind: 'look', act: 'figures.rows', subjects: [...new Set(families)] });
      return page;
    });
  }
}

const toRowView = ({ id, familyId, on, part }: Found): RowView => ({ id, familyId, on, part });

const findRows = (
  tx: Tx,
  { from, where, id, family, on, part = 'NULL' }: Selection,
  query: RowQuery,
  after?: Position,
): Promise<Found[]> =>
  tx.query<Found>(
    // the selection of those who wait has no use for the first day, but the statement must know its type
    `WITH period AS (SELECT $3::date, $4::date), counted AS (SELECT ${id} AS id, ${family} AS family_id, ${on} AS day, (${part})::text AS part FROM ${from} WHERE ${where})
     SELECT id, family_id AS "familyId", day::text AS "on", part, (SELECT count(*)::int FROM counted) AS total FROM counted
     WHERE $5::date IS NULL OR (day, id) > ($5::date, $6::uuid) ORDER BY day, id LIMIT $7`,
    [tx.municipality, query.programme, query.from, query.to, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
  );
