import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Release } from './release.js';
import { toReleaseView, type ReleaseQuery, type ReleaseView } from './releases.dto.js';

const list = 'releases';

@Injectable()
export class FindReleases {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** The newest years first. */
  page({ municipality }: Actor, asked: ReleaseQuery): Promise<Page<ReleaseView>> {
    const [year, programme] = this.paging.after(list, asked) ?? [];
    return this.database.inTransaction(municipality, async ({ manager }) => {
      const of = () => {
        const query = manager
          .createQueryBuilder(Release, 'r')
          .where('r.municipality = :municipality', { municipality });
        return asked.programme === undefined ? query : query.andWhere('r.programme = :of', { of: asked.programme });
      };
      const rest =
        year === undefined
          ? of()
          : of().andWhere('(-r.year, r.programme) > (-:year::int, :programme)', { year, programme });
      const rows = await rest
        .orderBy('r.year', 'DESC')
        .addOrderBy('r.programme')
        .limit(asked.limit + 1)
        .getMany();
      const total = await of().getCount();
      return this.paging.page(list, asked, rows, total, toReleaseView, (row) => [String(row.year), row.programme]);
    });
  }

  async get({ municipality }: Actor, id: string): Promise<ReleaseView> {
    const release = await this.database.inTransaction(municipality, ({ manager }) =>
      manager.findOneBy(Release, { municipality, id }),
    );
    if (release) return toReleaseView(release);
    throw notFound({ da: 'Udgivelsen', en: 'The release' });
  }
}
