import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Programme } from './programme.js';
import {
  toProgrammeSummary,
  toProgrammeView,
  type ProgrammeListQuery,
  type ProgrammeSummary,
  type ProgrammeView,
} from './programmes.dto.js';

@Injectable()
export class FindProgrammes {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** One version, or the one in force; before the first is in force, the first. */
  async get({ municipality }: Actor, code: string, wanted?: number): Promise<ProgrammeView> {
    return this.database.inTransaction(municipality, async ({ manager, today }) => {
      const versions = await manager.find(Programme, { where: { municipality, code }, order: { version: 'ASC' } });
      const inForce = versions.findLast(({ validFrom }) => validFrom <= today) ?? versions[0];
      const programme = wanted === undefined ? inForce : versions.find(({ version }) => version === wanted);
      if (!programme) throw notFound({ da: 'Indsatsen', en: 'The programme' });
      return toProgrammeView(programme, versions);
    });
  }

  /** Each programme in the version that `get` shows. */
  async page({ municipality }: Actor, query: ProgrammeListQuery): Promise<Page<ProgrammeSummary>> {
    const [after = ''] = this.paging.after('programmes', query) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      const found = await tx.query<Row & { total: number }>(pageSql, [tx.today, after, query.limit + 1]);
      const rows = found.filter(({ code }) => code !== null);
      return this.paging.page('programmes', query, rows, found[0]?.total ?? 0, toProgrammeSummary, ({ code }) => [
        code,
      ]);
    });
  }
}

type Row = Pick<Programme, 'code' | 'version' | 'validFrom' | 'definition' | 'publishedAt'>;

const pageSql = `
  SELECT total.total, page.*
  FROM (SELECT count(DISTINCT code)::int AS total FROM programme WHERE municipality = helhed.tenant()) total
  LEFT JOIN (
    SELECT DISTINCT ON (code) code, version, valid_from::text AS "validFrom", definition, published_at AS "publishedAt"
    FROM programme WHERE municipality = helhed.tenant() AND code > $2
    ORDER BY code, valid_from <= $1 DESC, CASE WHEN valid_from <= $1 THEN -version ELSE version END LIMIT $3
  ) page ON true ORDER BY page.code`;
