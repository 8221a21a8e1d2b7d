import { randomBytes } from 'node:crypto';
import type { Actor } from '@helhed/access';
import { Paging } from '@helhed/web';
import { FindOwn } from '../src/own/find-own.js';
import { ownVideos as kind } from '../src/videos/own-videos.js';
import { FindVideos } from '../src/videos/find-videos.js';
import { GetVideo } from '../src/videos/get-video.js';
import { RegisterVideo } from '../src/videos/register-video.js';
import type { RegisterVideo as Told } from '../src/videos/videos.dto.js';
import { as } from './actors.js';
import { basis } from './cases.js';
import { gitte, type Family, type Somebody } from './family-h.js';
import type { World } from './world.js';

export const reference = 'arkiv/7f3a-2201';
const paging = new Paging(randomBytes(32));
const firstPage = { limit: 50 };

/** What lets the group's leader use a video of these: Maja and Alma, unless others are named. */
export const letFilm = (
  world: World,
  { familyId, maja, alma }: Family,
  persons: readonly string[] = [maja, alma],
  changes: object = {},
) => {
  const terms = { layer: 'processing' as const, purpose: 'video', categories: ['video' as const] };
  return basis(world, familyId, persons, { ...terms, fromUnit: 'familiestuen', toUnit: 'familiestuen', ...changes });
};

/** By the group's leader, of Maja and Alma. */
export const film = (
  { database, families, looks }: World,
  { familyId, maja, alma }: Family,
  { by = gitte, key, filmedOn, ...changes }: { by?: Somebody; key?: string; filmedOn: string } & Partial<Told>,
) =>
  as(
    by,
    (actor) =>
      new RegisterVideo(database, families, looks).run(actor, {
        familyId,
        persons: [maja, alma],
        occasion: 'session',
        reference,
        filmedOn,
        ...changes,
      }),
    key,
  );

export const videos = ({ looks }: World, { familyId }: Family, by: Somebody = gitte) =>
  as(by, (actor) => new FindVideos(looks, paging).ofFamily(actor, familyId, firstPage));

export const video = ({ looks }: World, id: string, by: Somebody = gitte) =>
  as(by, (actor) => new GetVideo(looks).run(actor, id));

export const ownVideos = ({ looks }: World, citizen: Actor, person: string) =>
  as(citizen, (someone) => new FindOwn(looks, paging).ofPerson(kind, someone, person, firstPage));
