import { Looks, type Act, type Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { isOwn } from '../bases/own.js';
import { neverTold } from './acts.js';
import type { OwnLookUp, OwnLookUpQuery } from './look-ups.dto.js';
import { nameOf } from './name-employee.js';

export const ownLookUps: Act = { act: 'look-up.own-list', mode: 'read', relations: ['own', 'custody'], sections: [] };

interface Row extends Omit<OwnLookUp, 'employee'> {
  readonly pos: string;
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
      if (!(await isOwn(tx, actor, personId))) throw notFound({ da: 'Personen', en: 'The person' });
      const found = await this.ofPerson(tx, personId, query);
      look.log([personId], { purpose: 'own-insight', categories: ['look-up-log'] });
      return found;
    });
  }

  /**
   * Who has looked at what concerns this person, the latest first. A look that names the family and some of its members
   * concerns those; one that names the family alone concerns them all. Not there: what a service did by itself, refused
   * attempts, at which nothing was shown, what is deferred today, and what a unit did to defer it.
   */
  async ofPerson(tx: Tx, personId: string, query: OwnLookUpQuery): Promise<Page<OwnLookUp>> {
    const list = `look-ups ${personId}`;
    const [last] = this.paging.after(list, query) ?? [];
    const values = [personId, tx.today, last ?? null, query.limit + 1];
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
  const { id, at, actor, unit, function: name, purposes, categories, bases, named } = row;
  const employee =
    named === null ? null : { name: personalData.decrypt(municipality, nameOf(id), Buffer.from(named, 'hex')) };
  return { id, at: new Date(at).toISOString(), actor, unit, function: name, purposes, categories, bases, employee };
}

/** SQL that begins with WITH: as `seen`, what the person sees of who has looked. */
export const concerning = (person: string, today: string): string => `
  WITH family AS (
    SELECT family_id, array_agg(person_id) AS members FROM family_member
    WHERE municipality = helhed.tenant() AND family_id IN (
      SELECT family_id FROM family_member WHERE municipality = helhed.tenant() AND person_id = ${person})
    GROUP BY family_id
  ), mine AS (
    SELECT pos FROM look_up_subject WHERE municipality = helhed.tenant() AND subject = ${person}
    UNION
    SELECT s.pos FROM family f
      JOIN look_up_subject s ON s.municipality = helhed.tenant() AND s.subject = f.family_id
      JOIN look_up l ON l.municipality = helhed.tenant() AND l.pos = s.pos
    WHERE NOT l.subjects && f.members
  ), seen AS (
    SELECT l.* FROM mine JOIN look_up l ON l.municipality = helhed.tenant() AND l.pos = mine.pos
    WHERE NOT l.refused AND (l.kind = 'look' OR l.actor <> 'service') AND l.act <> ALL ('{${neverTold.join()}}')
      AND NOT EXISTS (SELECT FROM look_up_deferral d
        WHERE d.municipality = helhed.tenant() AND d.look_up_id = l.id AND d.confirmed_at IS NOT NULL AND ${today} < d.until)
  )`;

/** Total and page in one statement: between two, others look. */
export const page = `${concerning('$1', '$2::date')}, page AS (
    SELECT pos::text, id, at, actor, unit, function, purposes, categories, bases,
      (SELECT encode(e.name, 'hex') FROM look_up_employee e
       WHERE e.municipality = helhed.tenant() AND e.look_up_id = seen.id) AS named
    FROM seen
    WHERE $3::bigint IS NULL OR pos < $3::bigint ORDER BY seen.pos DESC LIMIT $4
  )
  SELECT (SELECT count(*)::int FROM seen) AS total,
    coalesce((SELECT jsonb_agg(page ORDER BY page.pos::bigint DESC) FROM page), '[]') AS rows`;
