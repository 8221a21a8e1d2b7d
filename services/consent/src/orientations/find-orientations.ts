import { Looks, type Actor, type Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isOwn } from '../bases/own.js';
import { acts } from './acts.js';
import { isAbout, orientationThing } from './orientation-thing.js';
import { Orientation } from './orientation.js';
import type {
  NewestOrientations,
  OrientationQuery,
  OrientationView,
  OwnOrientationsQuery,
} from './orientations.dto.js';

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
      const list = `orientations of ${person}`;
      const [last] = this.paging.after(list, query) ?? [];
      const { orientations, total } = await findOfPerson(look, person, 'ASC', [last ?? null, query.limit + 1]);
      noteShown(look, person, orientations.slice(0, query.limit));
      const view = (each: Orientation) => toView(each, tx, each.parentId === actor.person);
      return this.paging.page(list, query, orientations, total, view, ({ id }) => [id]);
    });
  }

  /** The newest of them, the newest first, and how many there are: in one look. */
  async newestOfPerson(actor: Actor, person: string, most: number): Promise<NewestOrientations> {
    return this.looks.at(actor, acts.ownList, async (look) => {
      const { orientations, total } = await findOfPerson(look, person, 'DESC', [null, most]);
      noteShown(look, person, orientations);
      return { items: orientations.map((each) => toView(each, look.tx, each.parentId === actor.person)), total };
    });
  }
}

type Order = 'ASC' | 'DESC';

/** @throws DomainError `not-found` of a person that is neither the citizen nor a child in its custody */
async function findOfPerson(
  { tx, actor }: Look,
  person: string,
  order: Order,
  page: readonly [last: unknown, limit: number],
): Promise<{ orientations: Orientation[]; total: number }> {
  if (!(await isOwn(tx, actor, person))) throw notFound({ da: 'Personen', en: 'The person' });
  const [found] = await tx.query<{ rows: { id: string }[]; total: number }>(ofPerson(order), [person, ...page]);
  const orientations = await load(tx, found!.rows, order);
  return { orientations, total: found!.total };
}

function noteShown(look: Look, person: string, orientations: readonly Orientation[]): void {
  const shown = orientations.flatMap(({ childId, parentId }) => [childId, parentId]);
  look.log([person, ...shown], { purpose: 'own-insight', categories: shown.length > 0 ? ['basis'] : [] });
}

/** One page and the total of all, by one statement. */
const ofPerson = (order: Order) => `
  WITH listed AS (SELECT o.id FROM orientation o WHERE o.municipality = helhed.tenant() AND ${isAbout('$1')}),
  page AS (SELECT id FROM listed WHERE $2::uuid IS NULL OR id > $2 ORDER BY id ${order} LIMIT $3)
  SELECT (SELECT coalesce(json_agg(page ORDER BY page.id), '[]') FROM page) AS rows,
    (SELECT count(*)::int FROM listed) AS total`;

const load = (
  { manager, municipality }: Tx,
  rows: readonly { readonly id: string }[],
  order: Order = 'ASC',
): Promise<Orientation[]> =>
  manager.find(Orientation, { where: { municipality, id: In(rows.map(({ id }) => id)) }, order: { id: order } });

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
