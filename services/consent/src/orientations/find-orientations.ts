import { Looks, type Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isOwn } from '../bases/own.js';
import { acts } from './acts.js';
import { isAbout, orientationThing } from './orientation-thing.js';
import { Orientation } from './orientation.js';
import type { OrientationQuery, OrientationView, OwnOrientationsQuery } from './orientations.dto.js';

@Injectable()
export class FindOrientations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those about a family; of one that is out of reach, those that the actor's unit recorded. */
  async page(actor: Actor, query: OrientationQuery): Promise<Page<OrientationView>> {
    return this.looks.at(actor, acts.list, async (look) => {
      const { tx } = look;
      const asked = look.query(orientationThing);
      const [last] = this.paging.after('orientations', query) ?? [];
      const { rows, total } = await look.list<{ id: string }>(asked, {
        from: 'orientation o',
        where: ['o.municipality = helhed.tenant()', `o.family_id = ${asked.value(query.familyId, 'uuid')}`],
        columns: { id: 'o.id' },
        after: last === undefined ? undefined : `o.id > ${asked.value(last, 'uuid')}`,
        order: 'o.id',
        limit: query.limit + 1,
      });
      for (const { facts } of rows.slice(0, query.limit)) look.item(asked, facts);
      const found = await load(tx, rows);
      const view = (each: Orientation) => toView(each, tx, true);
      return this.paging.page('orientations', query, found, total, view, ({ id }) => [id]);
    });
  }

  /** For a citizen: what was answered about oneself or a child in one's custody today, or to oneself. */
  async ofPerson(actor: Actor, person: string, query: OwnOrientationsQuery): Promise<Page<OrientationView>> {
    return this.looks.at(actor, acts.ownList, async (look) => {
      const { tx } = look;
      if (!(await isOwn(look, person))) throw notFound({ da: 'Personen', en: 'The person' });
      const list = `orientations of ${person}`;
      const [last] = this.paging.after(list, query) ?? [];
      const [found] = await tx.query<{ rows: { id: string }[]; total: number }>(ofPerson, [
        person,
        last ?? null,
        query.limit + 1,
      ]);
      const orientations = await load(tx, found!.rows);
      const shown = orientations.slice(0, query.limit).flatMap(({ childId, parentId }) => [childId, parentId]);
      const categories = shown.length > 0 ? ['basis'] : [];
      look.log([person, ...shown], { purpose: 'own-insight', categories });
      const view = (each: Orientation) => toView(each, tx, each.parentId === actor.person);
      return this.paging.page(list, query, orientations, found!.total, view, ({ id }) => [id]);
    });
  }
}

/** One page and the total of all, by one statement. */
const ofPerson = `
  WITH listed AS (SELECT o.id FROM orientation o WHERE o.municipality = helhed.tenant() AND ${isAbout('$1')}),
  page AS (SELECT id FROM listed WHERE $2::uuid IS NULL OR id > $2 ORDER BY id LIMIT $3)
  SELECT (SELECT coalesce(json_agg(page ORDER BY page.id), '[]') FROM page) AS rows,
    (SELECT count(*)::int FROM listed) AS total`;

const load = ({ manager, municipality }: Tx, rows: readonly { readonly id: string }[]): Promise<Orientation[]> =>
  manager.find(Orientation, { where: { municipality, id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });

function toView(orientation: Orientation, { personalData }: Tx, withReason: boolean): OrientationView {
  const { id, familyId, childId, parentId, askedOn, answeredOn, answer, paragraph, categories } = orientation;
  const reason = withReason ? orientation.openReason(personalData) : null;
  return {
    id,
    familyId,
    childId,
    parentId,
    askedOn,
    answeredOn,
    answer,
    paragraph,
    categories,
    unit: orientation.recordedInUnit,
    function: orientation.recordedInFunction,
    ...(reason !== null && { reason }),
  };
}
