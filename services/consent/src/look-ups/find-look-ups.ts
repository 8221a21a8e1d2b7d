import { Looks, type Act, type Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { isOwn } from '../bases/own.js';
import { isAtChildsView, neverTold } from './acts.js';
import type { OwnLookUp, OwnLookUpQuery } from './look-ups.dto.js';
import { nameOf } from './name-employee.js';

export const ownLookUps: Act = { act: 'look-up.own-list', mode: 'read', relations: ['own', 'custody'], sections: [] };

type Told = Pick<OwnLookUp, 'purposes' | 'categories' | 'bases'>;

interface Row extends Omit<OwnLookUp, 'employee'> {
  readonly pos: string;
  /** What was shown of the person, or of the family where it alone is named; null in a row that does not tell it apart. */
  readonly told: Told[] | null;
  /** Hexadecimal, encrypted. */
  readonly named: string | null;
}

@Injectable()
export class FindLookUps {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** For a citizen: about oneself, or a child in one's custody today; looking here is a look too. */
  async own(actor: Actor, personId: string, query: OwnLookUpQuery): Promise<Page<OwnLookUp>> {
    return this.looks.at(actor, ownLookUps, async (look) => {
      const { tx } = look;
      if (!(await isOwn(look, personId))) throw notFound({ da: 'Personen', en: 'The person' });
      const found = await this.ofPerson(tx, { personId, isOwn: actor.person === personId }, query);
      look.log([personId], { purpose: 'own-insight', categories: ['look-up-log'] });
      return found;
    });
  }

  /**
   * Who has looked at what concerns this person, the latest first. A look that names the family and some of its members
   * concerns those; one that names the family alone concerns them all. Not there: what a service did by itself, refused
   * attempts, at which nothing was shown, what is deferred today, and what a unit did to defer it. Of each it is told what
   * was shown of the person, and not what was shown of others in the same look. By custody it is not there where the child is
   * named in what was done about its own view.
   */
  async ofPerson(
    tx: Tx,
    { personId, isOwn }: { readonly personId: string; readonly isOwn: boolean },
    query: OwnLookUpQuery,
  ): Promise<Page<OwnLookUp>> {
    const list = `look-ups ${personId}`;
    const [last] = this.paging.after(list, query) ?? [];
    const values = [personId, tx.today, last ?? null, query.limit + 1, isOwn];
    const [{ total, rows }] = (await tx.query(page, values)) as [{ total: number; rows: Row[] }];
    return this.paging.page(
      list,
      query,
      rows,
      total,
      (row) => toOwnLookUp(tx, row),
      ({ pos }) => [pos],
    );
  }
}

function toOwnLookUp({ personalData, municipality }: Tx, row: Row): OwnLookUp {
  const { id, at, actor, unit, function: name, named } = row;
  const { purposes, categories, bases } = row.told === null ? row : joined(row.told);
  const employee =
    named === null ? null : { name: personalData.decrypt(municipality, nameOf(id), Buffer.from(named, 'hex')) };
  return { id, at: new Date(at).toISOString(), actor, unit, function: name, purposes, categories, bases, employee };
}

const joined = (told: readonly Told[]): Told => {
  const all = (list: keyof Told) => [...new Set(told.flatMap((each) => each[list]))];
  return { purposes: all('purposes'), categories: all('categories'), bases: all('bases') };
};

/** SQL: whether a look is kept back today. @param theirs whether a deferral `d` of one family is of the family asked about */
export const isDeferred = (look: string, today: string, theirs: string): string => `EXISTS (
  SELECT FROM look_up_deferral d
  WHERE d.municipality = helhed.tenant() AND d.look_up_id = ${look}.id AND d.confirmed_at IS NOT NULL AND ${today} < d.until
    AND (d.family_id IS NULL OR ${theirs}))`;

/** SQL that begins with WITH: as `seen`, what of who has looked is told the person or, where it is not `own`, by custody. */
export const concerning = (person: string, today: string, own: string): string => `
  WITH family AS (
    SELECT family_id, array_agg(person_id) AS members FROM family_member
    WHERE municipality = helhed.tenant() AND family_id IN (
      SELECT family_id FROM family_member WHERE municipality = helhed.tenant() AND person_id = ${person})
    GROUP BY family_id
  ), mine AS (
    SELECT pos, ARRAY[subject] AS by FROM look_up_subject WHERE municipality = helhed.tenant() AND subject = ${person}
    UNION ALL
    SELECT s.pos, array_agg(s.subject) FROM family f
      JOIN look_up_subject s ON s.municipality = helhed.tenant() AND s.subject = f.family_id
      JOIN look_up l ON l.municipality = helhed.tenant() AND l.pos = s.pos
    WHERE NOT l.subjects && f.members GROUP BY s.pos
  ), seen AS (
    SELECT l.*, mine.by FROM mine JOIN look_up l ON l.municipality = helhed.tenant() AND l.pos = mine.pos
    WHERE NOT l.refused AND (l.kind = 'look' OR l.actor <> 'service') AND l.act <> ALL ('{${neverTold.join()}}')
      AND (${own} OR NOT (${isAtChildsView} AND mine.by = ARRAY[${person}]))
      AND NOT ${isDeferred('l', today, 'd.family_id IN (SELECT family_id FROM family) OR NOT EXISTS (SELECT FROM family)')}
  )`;

/** Total and page in one statement: between two, others look. */
export const page = `${concerning('$1::uuid', '$2::date', '$5::boolean')}, page AS (
    SELECT pos::text, id, at, actor, unit, function, purposes, categories, bases,
      CASE WHEN shown IS NOT NULL THEN ARRAY(SELECT to_jsonb(part) FROM jsonb_to_recordset(shown)
        AS part(subjects uuid[], purposes jsonb, categories jsonb, bases jsonb) WHERE part.subjects && seen.by) END AS told,
      (SELECT encode(e.name, 'hex') FROM look_up_employee e
       WHERE e.municipality = helhed.tenant() AND e.look_up_id = seen.id) AS named
    FROM seen
    WHERE $3::bigint IS NULL OR pos < $3::bigint ORDER BY seen.pos DESC LIMIT $4
  )
  SELECT (SELECT count(*)::int FROM seen) AS total,
    coalesce((SELECT jsonb_agg(page ORDER BY page.pos::bigint DESC) FROM page), '[]') AS rows`;
