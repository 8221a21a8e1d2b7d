import { askedPerson, Looks, personThing, type AccessFacts, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { custodyUntilMajority } from '../custody/custody-until-majority.js';
import { videosOf } from './video-thing.js';
import type { VideoQuery, OwnVideo } from './videos.dto.js';
import { columnsOfVideo, toOwnVideo, type VideoRow } from './show-video.js';

interface Asked {
  readonly facts: AccessFacts;
  readonly total: number;
  readonly rows: readonly VideoRow[];
}

const what = { da: 'Personen', en: 'The person' };
const person = personThing(acts.listOwnVideos.sections);
const row = Object.entries(columnsOfVideo).map(([name, column]) => `${column} AS "${name}"`);
const known = `video vid WHERE ${videosOf('p.id')}`;

@Injectable()
export class FindOwnVideos {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease */
  async ofPerson(actor: Actor, id: string, asked: VideoQuery): Promise<Page<OwnVideo>> {
    const list = `videos of person ${id}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listOwnVideos, async (look) => {
      const { tx } = look;
      const query = look.query(person);
      const from = askedPerson(query, { person: id, sub: actor.sub, today: tx.today, custody: custodyUntilMajority });
      const [after, limit] = [query.value(last ?? null, 'uuid'), query.value(asked.limit + 1, 'int')];
      const [found] = await query.rows<Asked>(
        tx,
        `SELECT ${query.facts} AS facts, (SELECT count(*)::int FROM ${known}) AS total,
           (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
             SELECT ${row.join(', ')} FROM ${known} AND (${after} IS NULL OR vid.id > ${after})
             ORDER BY vid.id LIMIT ${limit}) page) AS rows
         FROM ${from} WHERE ${query.related}`,
      );
      look.one(query, found?.facts, what);
      const { rows, total } = found as Asked;
      return this.paging.page(list, asked, rows, total, toOwnVideo, (each) => [each.id]);
    });
  }
}
