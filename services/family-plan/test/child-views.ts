import { randomBytes } from 'node:crypto';
import type { Actor, Looks } from '@helhed/access';
import { linkedCitizen } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { CloseChildView } from '../src/child-views/close-child-view.js';
import type { OpenChildView as Wish } from '../src/child-views/child-views.dto.js';
import { FindChildViews } from '../src/child-views/find-child-views.js';
import { FindOwn } from '../src/own/find-own.js';
import { ownChildViews } from '../src/child-views/own-child-views.js';
import { OpenChildView } from '../src/child-views/open-child-view.js';
import { RecordChildView } from '../src/child-views/record-child-view.js';
import { as, personIn } from './actors.js';
import { gitte, type Family, type Somebody } from './family-h.js';
import { nyborg, type World } from './world.js';

export const words = 'Jeg vil helst spise sammen alle sammen.';
export const byChild = { by: 'child' } as const;
export const byAuthority = {
  by: 'authority' as const,
  paragraph: 'Forvaltningsloven § 9',
  reason: 'Afgjort efter samtale med barnet.',
};
/** Has authority, and is of no family’s team until tied to it. */
export const sanne: Somebody = { ...personIn(nyborg, 'social-worker', 'familieafdelingen'), sub: 'sanne' };

const paging = new Paging(randomBytes(32));

/** The group’s leader, unless another, notes what Alma said. */
export const record = (
  { database, families }: World,
  { familyId, alma }: Family,
  { by = gitte, key, ...changes }: { by?: Somebody; key?: string } & Record<string, unknown> = {},
) =>
  as(
    by,
    (actor) =>
      new RecordChildView(database, families).run(actor, {
        familyId,
        personId: alma,
        said: words,
        how: 'told',
        toldOn: '2026-09-21',
        ...changes,
      }),
    key,
  );

export const open = ({ database, looks }: World, id: string, wish: Wish = byChild, by = gitte) =>
  as(by, (actor) => new OpenChildView(database, looks).run(actor, id, wish));

export const close = ({ database, looks }: World, id: string, by = gitte) =>
  as(by, (actor) => new CloseChildView(database, looks).run(actor, id));

export const list = ({ looks }: World, { familyId }: Family, by: Somebody, page: object = {}) =>
  as(by, (actor) => new FindChildViews(looks, paging).ofFamily(actor, familyId, { limit: 50, ...page }));

export const own = (looks: Looks, actor: Actor, person: string, page: object = {}) =>
  as(actor, (someone) => new FindOwn(looks, paging).ofPerson(ownChildViews, someone, person, { limit: 50, ...page }));

export const citizen = (world: World, person: string): Promise<Actor> =>
  world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, person));
