import { Looks, type Act, type Actor } from '@helhed/access';
import { Database, sqlState, type Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import type { ReviewSample, SampledLookUp, SampleQuery } from './look-ups.dto.js';

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

/** The looks that were drawn for the data protection officer: a random share, and every one refused or remarkable. */
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
      const values = [null, reviewed, last ?? null, query.limit + 1];
      const found = await tx.query<Row & { total: number }>(page, values);
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

  async review({ municipality, sub }: Actor, id: string, { finding, note }: ReviewSample): Promise<SampledLookUp> {
    return this.database.inTransaction(municipality, async (tx) => {
      const [row] = await tx.query<Row>(select, [id, null]);
      if (!row) throw notFound({ da: 'Stikprøven', en: 'The sample' });
      const hidden = note === undefined ? null : tx.personalData.encrypt(municipality, noteOf(id), note);
      await this.#insert(tx, [id, finding, hidden, sub, tx.now]);
      tx.log({ kind: 'command', act: 'look-up.review', subjects: row.subjects, categories: ['look-up-log'] });
      const [after] = (await tx.query<Row>(select, [id, null])) as [Row];
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

const select = `
  SELECT l.pos, l.id, l.at, l.actor, l.unit, l.function, l.purposes, l.categories, l.bases, l.kind, l.act, l.subjects, l.sub,
    l.azp, l.refused, l.flags, r.finding, r.note, r.reviewed_at, r.reviewed_by
  FROM look_up l LEFT JOIN look_up_review r ON r.municipality = l.municipality AND r.look_up_id = l.id
  WHERE l.municipality = helhed.tenant() AND l.drawn AND l.salt IS NOT NULL AND ($1::uuid IS NULL OR l.id = $1)
    AND ($2::boolean IS NULL OR (r.look_up_id IS NOT NULL) = $2)`;

// total and page in one statement: between two, more are drawn
const page = `
  WITH sample AS (${select})
  SELECT total.total, page.* FROM (SELECT count(*)::int AS total FROM sample) total
  LEFT JOIN (SELECT * FROM sample WHERE $3::bigint IS NULL OR pos < $3 ORDER BY pos DESC LIMIT $4) page ON true
  ORDER BY page.pos DESC`;

const alreadyReviewed = () =>
  new DomainError('conflict', 'already-reviewed', {
    da: 'Stikprøven er gennemgået.',
    en: 'The sample was reviewed already.',
  });
