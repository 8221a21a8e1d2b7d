import { randomBytes } from 'node:crypto';
import type { Actor } from '@helhed/access';
import { Paging } from '@helhed/web';
import { daysAfter } from '../src/families/days-after.js';
import { AnswerObservation } from '../src/observations/answer-observation.js';
import { FindObservations } from '../src/observations/find-observations.js';
import { FindOwn } from '../src/own/find-own.js';
import { ownObservations as kind } from '../src/observations/own-observations.js';
import { GetObservation } from '../src/observations/get-observation.js';
import { NoteObservation } from '../src/observations/note-observation.js';
import type { OfferObservation as Wish } from '../src/observations/observations.dto.js';
import { OfferObservation } from '../src/observations/offer-observation.js';
import { as, personIn } from './actors.js';
import { basis, tellStructure } from './cases.js';
import { familyH, tie, type Family, type Somebody } from './family-h.js';
import { nyborg, type World } from './world.js';

export const petra: Somebody = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'petra' };
export const seen = 'Alma søger sin mors blik, før hun tør prøve tårnet af.';
const paging = new Paging(randomBytes(32));
const firstPage = { limit: 50 };

/** Family H, with a psychologist in its team, who is told who is in it. */
export async function withPsychologist(world: World): Promise<Family> {
  const family = await familyH(world);
  await tie(world, family, 'team', petra);
  await tellStructure(world, family, 'ppr');
  return family;
}

/** What lets the psychologist observe these: the parent and the child, unless others are named. */
export const letObserve = (
  world: World,
  { familyId, maja, alma }: Family,
  persons: readonly string[] = [maja, alma],
  changes: object = {},
) => {
  const terms = { layer: 'processing' as const, purpose: 'observation', categories: ['observation' as const] };
  return basis(world, familyId, persons, { ...terms, fromUnit: 'ppr', toUnit: 'ppr', ...changes });
};

/** To Maja about Alma. */
export const offer = (
  { database, families }: World,
  { familyId, maja, alma }: Family,
  { by = petra, key, ...changes }: { by?: Somebody; key?: string } & Partial<Wish> = {},
) =>
  as(
    by,
    (actor) =>
      new OfferObservation(database, families).run(actor, {
        familyId,
        personId: alma,
        parentId: maja,
        ...changes,
      }),
    key,
  );

export const answer = ({ database, looks }: World, id: string, said: 'accepted' | 'declined', by: Somebody = petra) =>
  as(by, (actor) => new AnswerObservation(database, looks).run(actor, id, said));

export const note = (
  { database, looks }: World,
  id: string,
  { by = petra, key, heldOn }: { by?: Somebody; key?: string; heldOn: string },
) => as(by, (actor) => new NoteObservation(database, looks).run(actor, id, { heldOn, note: seen }), key);

export const amend = ({ database, looks }: World, id: string, text: string, by: Somebody = petra, key?: string) =>
  as(by, (actor) => new NoteObservation(database, looks).amend(actor, id, text), key);

export const observations = ({ looks }: World, { familyId }: Family, by: Somebody = petra, page: object = {}) =>
  as(by, (actor) => new FindObservations(looks, paging).ofFamily(actor, familyId, { ...firstPage, ...page }));

export const observation = ({ looks }: World, id: string, by: Somebody = petra) =>
  as(by, (actor) => new GetObservation(looks).run(actor, id));

export const ownObservations = ({ looks }: World, citizen: Actor, person: string) =>
  as(citizen, (someone) => new FindOwn(looks, paging).ofPerson(kind, someone, person, firstPage));

/** Accepted by the parent, and let by both. */
export async function accepted(world: World, family: Family): Promise<string> {
  const { id } = await offer(world, family);
  await answer(world, id, 'accepted');
  await letObserve(world, family);
  return id;
}

export async function noted(world: World, family: Family, heldOn: string): Promise<string> {
  const id = await accepted(world, family);
  await note(world, id, { heldOn });
  return id;
}

/** As the psychologist reads what was noted today. */
export const shown = ({ familyId, maja, alma }: Family, id: string, today: string) => ({
  id,
  familyId,
  programme: 'nyborg-familiestue',
  personId: alma,
  parentId: maja,
  unit: 'ppr',
  state: 'noted',
  offeredOn: today,
  answeredOn: today,
  heldOn: today,
  deleteOn: daysAfter(today, 180),
  notes: [{ number: 1, notedOn: today, note: seen }],
  withheld: [],
});
