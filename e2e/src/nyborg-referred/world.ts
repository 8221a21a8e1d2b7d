import { getDefinition, forMunicipality } from '@helhed/programmes';
import { Api } from '../story/api.js';
import { StoryMunicipality } from '../story/municipality.js';
import type { Target } from '../story/target.js';
import { DayCareSystem } from './day-care-system.js';
import { leaderOf } from './leaders.js';

export const programme = 'nyborg-familiestue';

/** Who takes part: each with the functions that Keycloak says they hold, and no more. */
const people = {
  units: [
    { code: 'db-solsikken', name: 'Børnehuset Solsikken', functions: ['pedagogue', 'referrer'] },
    { code: 'db-regnbuen', name: 'Børnehuset Regnbuen', functions: ['pedagogue', 'referrer'] },
    { code: 'ppr', name: 'Pædagogisk Psykologisk Rådgivning', functions: ['psychologist'] },
    { code: 'visitation', name: 'Visitationen', functions: ['triager'] },
    { code: 'familiestuen', name: 'Familiestuen', functions: ['group-leader', 'programme-lead'] },
    { code: 'raadhuset', name: 'Rådhuset', functions: ['report-reader'] },
  ],
  users: {
    pia: ['db-solsikken:pedagogue'],
    rie: ['db-regnbuen:pedagogue'],
    petra: ['ppr:psychologist'],
    vibeke: ['visitation:triager'],
    gitte: ['familiestuen:group-leader'],
    lone: ['familiestuen:programme-lead'],
    rikke: ['raadhuset:report-reader'],
    maja: [],
    jonas: [],
  },
  systems: { 'dagtilbud-system': ['db-solsikken:referrer'] },
};

export interface World {
  readonly api: Api;
  readonly municipality: StoryMunicipality;
  /** Told by webhook, where the platform may send to this machine. */
  readonly dayCare?: DayCareSystem;
}

/** A municipality of the story's own, with an account for whoever runs each of the groups. */
export async function makeWorld(target: Target, groups: number): Promise<World> {
  const api = new Api(target.base);
  const leaders = Object.fromEntries(
    Array.from({ length: groups }, (_, i) => [leaderOf(i + 1), ['familiestuen:group-leader']]),
  );
  const all = { ...people, users: { ...people.users, ...leaders } };
  const municipality = await StoryMunicipality.make(target, api, 'Fortælling', all);
  return { api, municipality };
}

export async function publishFamiliestue({ api, municipality }: World): Promise<void> {
  const definition = forMunicipality(getDefinition(programme), municipality.made.code);
  await api.post('/referral/v1/programmes', { as: municipality.as('lone'), body: { definition } });
}

/** The day care's system registers for what changes from now on; undefined where the platform cannot send to this machine. */
export const listenForDayCare = async ({ api, municipality }: World, { sendsHere }: Target, now: Date) =>
  sendsHere ? DayCareSystem.register({ api, as: municipality.as('dagtilbud-system') }, now) : undefined;

/** Time goes by, in every service of the municipality. */
export async function moveTo({ municipality, dayCare }: World, at: Date): Promise<void> {
  const setTime = (instant: Date) => municipality.setTime(instant);
  await dayCare?.renewUntil(at, setTime);
  await setTime(at);
}
