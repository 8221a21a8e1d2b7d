import { getDefinition, forMunicipality } from '@helhed/programmes';
import { Api } from '../story/api.js';
import { StoryMunicipality } from '../story/municipality.js';
import type { Target } from '../story/target.js';
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
  ],
  users: {
    pia: ['db-solsikken:pedagogue'],
    rie: ['db-regnbuen:pedagogue'],
    petra: ['ppr:psychologist'],
    vibeke: ['visitation:triager'],
    gitte: ['familiestuen:group-leader'],
    lone: ['familiestuen:programme-lead'],
    maja: [],
  },
  systems: { 'dagtilbud-system': ['db-solsikken:referrer'] },
};

export interface World {
  readonly api: Api;
  readonly municipality: StoryMunicipality;
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
