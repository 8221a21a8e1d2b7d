import { localDate } from '@helhed/kernel';
import { eventually, mustRefuse } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import { recordConsent } from './basis.js';
import { dayCareAs } from './day-care.js';
import type { Referral } from './referrals.js';
import { programme, type World } from './world.js';

/** The group's leader registers that these were filmed at a session, once their consent to it is known. @returns its id */
export async function registerVideo(
  { api, municipality }: World,
  familyId: string,
  persons: readonly string[],
  at = new Date(),
): Promise<string> {
  const film = { occasion: 'session', filmedOn: localDate(at), reference: 'arkiv/7f3a-2201' };
  const ask = {
    as: municipality.as('gitte'),
    body: { familyId, programme, persons, ...film },
    notYet: /basis-missing/,
  };
  const register = () => api.post<{ id: string }>('/family-plan/v1/videos', ask);
  const { body } = await eventually('the video registered', register, ({ status }) => status === 201);
  return body.id;
}

export interface Filmed {
  readonly id: string;
  /** Who is seen in it and asks: the parent whose account Maja's is. */
  readonly person: string;
}

/** A family lets a session be filmed, and the leader registers the video: Maja is told of it, and the day care is not. */
export async function film(world: World, referral: Referral, person: string, at: Date): Promise<Filmed> {
  const { familyId, members } = referral;
  await recordConsent(world, referral, localDate(at), {
    as: 'gitte',
    layer: 'processing',
    purpose: 'video',
    categories: ['video'],
    fromUnit: 'familiestuen',
    toUnit: 'familiestuen',
  });
  const persons = members.map(({ personId }) => personId as string);
  const id = await registerVideo(world, familyId, persons, at);
  const pia = dayCareAs(world, 'pia');
  await mustRefuse(pia.get('/family-plan/v1/videos/{id}', { path: { id } }), 404);
  const { body } = await pia.get('/family-plan/v1/families/{id}/videos', { path: { id: familyId } });
  mustEqual(body.total, 0, 'the day care is told of no video');
  await eventually('the video told to who is seen in it', videosOf(world, person), ({ body }) => body.total === 1);
  return { id, person };
}

/** Once its date has come it is deleted, and nobody finds it: neither who registered it, nor who is seen in it. */
export async function videoIsDeleted(world: World, { id, person }: Filmed): Promise<void> {
  const { api, municipality } = world;
  const gone = () => api.get(`/family-plan/v1/videos/${id}`, { as: municipality.as('gitte'), notYet: /not-found/ });
  await eventually('the video deleted at its date', gone, ({ status }) => status === 404);
  await eventually('its parent told of none', videosOf(world, person), ({ body }) => body.total === 0);
}

const videosOf =
  ({ api, municipality }: World, person: string) =>
  () =>
    api.get<{ total: number }>(`/family-plan/v1/persons/${person}/videos`, { as: municipality.as('maja') });
