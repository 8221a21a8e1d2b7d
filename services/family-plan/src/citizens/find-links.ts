import { Looks, type AccessQuery, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { aroundThem, linkThing } from './link-thing.js';
import { toLinkView, type LinkQuery, type LinkRow, type LinkView } from './links.dto.js';

interface Listed {
  readonly total: number;
  readonly rows: readonly LinkRow[];
}

@Injectable()
export class FindLinks {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those that are and those that have ended, but of an own, a relative's or a colleague's record. */
  async page(actor: Actor, query: LinkQuery): Promise<Page<LinkView>> {
    const [last] = this.paging.after('links', query) ?? [];
    return this.looks.at(actor, acts.listLinks, async (look) => {
      const asked = look.query(linkThing);
      const [{ total, rows }] = (await asked.rows<Listed>(look.tx, page(asked, query, last))) as [Listed];
      look.log([...new Set(rows.slice(0, query.limit).map(({ personId }) => personId))]);
      return this.paging.page('links', query, rows, total, toLinkView, ({ id }) => [id]);
    });
  }
}

/** Total and page by one statement. */
function page(asked: AccessQuery, { sub, personId, limit }: LinkQuery, last: unknown): string {
  const after = asked.value(last ?? null, 'uuid');
  const which = [
    'l.municipality = helhed.tenant()',
    ...(sub === undefined ? [] : [`l.sub = ${asked.value(sub, 'text')}`]),
    ...(personId === undefined ? [] : [`l.person_id = ${asked.value(personId, 'uuid')}`]),
    `CASE WHEN l.person_id = ANY ((SELECT ids FROM near)::uuid[]) THEN ${asked.unbarred} ELSE true END`,
  ].join(' AND ');
  return `
    WITH near AS MATERIALIZED (SELECT ${aroundThem(asked.barredPersons)} AS ids),
      listed AS MATERIALIZED (SELECT l.id, l.sub, l.person_id AS "personId", l.linked_on AS "linkedOn",
        l.ended_on AS "endedOn" FROM helhed.citizen_link l WHERE ${which}),
      page AS (SELECT * FROM listed WHERE ${after} IS NULL OR id > ${after}
        ORDER BY id LIMIT ${asked.value(limit + 1, 'int')})
    SELECT (SELECT count(*)::int FROM listed) AS total,
      (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM page) AS rows`;
}
