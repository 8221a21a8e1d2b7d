import { Looks, type AccessQuery, type Actor } from '@helhed/access';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { registerRestored } from '../restored/restored.js';
import { acts } from './acts.js';
import { barredThings } from './decide-on.js';
import { findAct, isResourceType, type DecidableAct } from './decidable-acts.js';
import { categoryIn } from './evaluate-access.js';
import { foundPage, pageOf } from './found-page.js';
import type { Found, ResourceSearch } from './search.dto.js';
import { sectionsIn } from './sections-in.js';
import { isAllowed, isSelf, requireSelf, subjectOf } from './subject.js';
import { things } from './things.js';

interface Row {
  readonly page: { readonly id: string; readonly family: string }[];
  readonly total: string;
  /** By which epoch some were found on a revocable ground; null where none was */
  readonly restsAt: string | null;
}

@Injectable()
export class SearchResources {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** The things on which somebody may do the act: one statement, exact in total and pages. @throws DomainError `subject-not-self` */
  run(asker: Actor, asked: ResourceSearch): Promise<Found> {
    const { type } = asked.resource;
    const page = pageOf(asked, asker);
    return this.looks.at(asker, acts.searchResource, async (look) => {
      const subject = subjectOf(asked.subject, asker);
      requireSelf(subject, asker);
      const act = findAct(type, asked.action.name);
      const [after] = this.paging.after('resources', page) ?? [];
      if (!subject || !act || !isResourceType(type) || !isAllowed(act, subject, asker)) {
        look.settledBy('nothing');
        return foundPage(this.paging, 'resources', page, [], 0);
      }
      const { thing, from, id } = things[type];
      const hidden = isSelf(subject, asker) ? [] : await barredThings(look, type);
      const query = look.ask(act, subject, thing);
      const { shows, restsAt } = decidedBy(query, act, categoryIn(asked.resource));
      const [last, many] = [query.value(after ?? null, 'uuid'), query.value(page.limit + 1, 'int')];
      const [row] = await query.rows<Row>(
        look.tx,
        `WITH found AS MATERIALIZED (
           SELECT ${id} AS id, ${thing.family} AS family, ${restsAt} AS rests_at FROM ${from}
           WHERE ${query.reached} AND NOT ${id} = ANY (${query.value(hidden, 'uuid[]')}) AND ${shows}
         ), listed AS (SELECT id, family FROM found WHERE ${last} IS NULL OR id > ${last} ORDER BY id LIMIT ${many})
         SELECT (SELECT coalesce(jsonb_agg(to_jsonb(listed) ORDER BY listed.id), '[]') FROM listed) AS page,
           (SELECT count(*) FROM found) AS total, (SELECT min(rests_at) FROM found) AS "restsAt"`,
      );
      const { page: rows, total, restsAt: at } = row as Row;
      // the register was closed by the time that this statement read it, whatever was so before
      if (at !== null && Number(at) < 0) throw registerRestored();
      look.counted(at);
      look.log(rows.slice(0, page.limit).map(({ family }) => family));
      const ids = rows.map((each) => each.id);
      return foundPage(this.paging, 'resources', page, ids, Number(total), (each) => ({ type, id: each }));
    });
  }
}

/** As `evaluate` says it of one thing: a command shows nothing, a look at least one of its sections. */
function decidedBy(
  query: AccessQuery,
  act: DecidableAct,
  category: string | undefined,
): { readonly shows: string; readonly restsAt: string } {
  const asked = act.mode === 'write' ? [] : act.sections;
  if (asked.length === 0) return { shows: 'true', restsAt: 'NULL::bigint' };
  const sections = sectionsIn(act, category);
  if (sections.length === 0) return { shows: 'false', restsAt: 'NULL::bigint' };
  return {
    shows: `(${sections.map((name) => query.showsAny(name)).join(' OR ')})`,
    restsAt: `least(${sections.map((name) => query.restsAt(name)).join(', ')})`,
  };
}
