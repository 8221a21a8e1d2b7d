import { Looks, type AccessFacts, type AccessQuery, type Act, type Actor } from '@helhed/access';
import { Database, sqlState, type Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import type { ReviewSample, SampledLookUp, SampleQuery } from './look-ups.dto.js';
import { aroundThem, lookThing } from './things.js';

type Review = NonNullable<SampledLookUp['review']>;

interface Row extends Omit<SampledLookUp, 'at' | 'review'> {
  readonly pos: string;
  readonly at: Date;
  readonly finding: Review['finding'] | null;
  readonly note: Buffer | null;
  readonly reviewed_at: Date;
  readonly reviewed_by: string;
}

/** The officer sees the register's rows by no relation to anybody in them, and no family's data. */
export const sampled = { act: 'look-up.sample', mode: 'read', relations: [], sections: [] } as const satisfies Act;
const reviewing = { ...sampled, act: 'look-up.review', mode: 'write' } as const satisfies Act;

/**
 * The looks that were drawn for the data protection officer: a random share, and every one refused or remarkable. One's own
 * looks, and those at an own, a relative's or a colleague's record, are another officer's.
 */
@Injectable()
export class Samples {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  async page(actor: Actor, query: SampleQuery): Promise<Page<SampledLookUp>> {
    const [last] = this.paging.after('look-up-samples', query) ?? [];
    const reviewed = query.reviewed ?? null;
    return this.looks.at(actor, sampled, async (look) => {
      const { tx } = look;
      const asked = look.query(lookThing);
      const after = { last: last ?? null, most: query.limit + 1 };
      const found = await asked.rows<Row & { total: number }>(tx, page(asked, reviewed, after));
      const rows = found.filter(({ id }) => id !== null);
      const subjects = rows.slice(0, query.limit).flatMap((row) => row.subjects);
      look.log(subjects, { categories: ['look-up-log'] });
      return this.paging.page(
        'look-up-samples',
        query,
        rows,
        found[0]?.total ?? 0,
        (row) => toSample(tx, row),
        ({ pos }) => [pos],
      );
    });
  }

  async review(actor: Actor, id: string, { finding, note }: ReviewSample): Promise<SampledLookUp> {
    const { municipality, sub } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const look = await this.looks.within(tx, actor, reviewing);
      const query = look.query(lookThing);
      const [row] = await query.rows<Row & { facts: AccessFacts }>(tx, one(query, id, `${query.facts} AS facts`));
      if (!row) throw notFound({ da: 'Stikprøven', en: 'The sample' });
      look.requireUnbarred(query, row.facts);
      if (row.sub === sub) throw somebodyElse();
      const hidden = note === undefined ? null : tx.personalData.encrypt(municipality, noteOf(id), note);
      await this.#insert(tx, [id, finding, hidden, sub, tx.now]);
      look.log(row.subjects, { categories: ['look-up-log'] });
      const again = look.query(lookThing);
      const [after] = (await again.rows<Row>(tx, one(again, id))) as [Row];
      return toSample(tx, after);
    });
  }

  async #insert(tx: Tx, values: unknown[]): Promise<void> {
    const insert = `INSERT INTO look_up_review (municipality, look_up_id, finding, note, reviewed_by, reviewed_at)
      VALUES (helhed.tenant(), $1, $2, $3, $4, $5)`;
    await tx.query(insert, values).catch((error: unknown) => {
      throw sqlState(error) === '23505' ? alreadyReviewed() : error;
    });
  }
}

const noteOf = (id: string): string => `look_up_review.note:${id}`;

function toSample(tx: Tx, row: Row): SampledLookUp {
  const { id, at, actor, unit, function: name, purposes, categories, bases, kind, act, subjects, sub, azp } = row;
  const { refused, flags, finding, note, reviewed_at: reviewedAt, reviewed_by: reviewedBy } = row;
  const review = finding && {
    finding,
    note: note && tx.personalData.decrypt(tx.municipality, noteOf(id), note),
    reviewedAt: reviewedAt.toISOString(),
    reviewedBy,
  };
  const shown = { id, at: at.toISOString(), actor, unit, function: name, purposes, categories, bases };
  return { ...shown, kind, act, subjects, sub, azp, refused, flags, review };
}

const drawn = (...more: string[]): string => `
  SELECT ${[
    'l.pos, l.id, l.at, l.actor, l.unit, l.function, l.purposes, l.categories, l.bases, l.kind, l.act, l.subjects, l.sub',
    'l.azp, l.refused, l.flags, r.finding, r.note, r.reviewed_at, r.reviewed_by',
    ...more,
  ].join(', ')}
  FROM look_up l LEFT JOIN look_up_review r ON r.municipality = l.municipality AND r.look_up_id = l.id
  WHERE l.municipality = helhed.tenant() AND l.drawn AND l.salt IS NOT NULL`;

const one = (query: AccessQuery, id: string, ...more: string[]): string =>
  `${drawn(...more)} AND l.id = ${query.value(id, 'uuid')}`;

/** Total and page in one statement: between two, more are drawn. */
function page(query: AccessQuery, reviewed: boolean | null, { last, most }: { last: unknown; most: number }): string {
  const only = query.value(reviewed, 'boolean');
  const after = query.value(last, 'bigint');
  const isMine = `l.sub = ${query.value(query.question.actor.sub, 'text')}`;
  return `
    WITH near AS MATERIALIZED (SELECT ${aroundThem(query.barredPersons)} AS ids), sample AS (${drawn()}
      AND NOT ${isMine} AND (${only} IS NULL OR (r.look_up_id IS NOT NULL) = ${only})
      AND CASE WHEN l.subjects && (SELECT ids FROM near) THEN ${query.unbarred} ELSE true END)
    SELECT total.total, page.* FROM (SELECT count(*)::int AS total FROM sample) total
    LEFT JOIN (SELECT * FROM sample WHERE ${after} IS NULL OR pos < ${after}
      ORDER BY pos DESC LIMIT ${query.value(most, 'int')}) page ON true
    ORDER BY page.pos DESC`;
}

const somebodyElse = () =>
  new DomainError('forbidden', 'second-person-required', {
    da: 'En anden end den, der gjorde opslaget, skal gennemgå det.',
    en: 'Somebody other than the one who made the look must review it.',
  });

const alreadyReviewed = () =>
  new DomainError('conflict', 'already-reviewed', {
    da: 'Stikprøven er gennemgået.',
    en: 'The sample was reviewed already.',
  });
