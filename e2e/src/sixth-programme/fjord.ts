import { execFileSync } from 'node:child_process';
import type { Helhed, referral } from '@helhed/client';
import { recordConsent } from '../nyborg-referred/basis.js';
import { matched, type Referral } from '../nyborg-referred/referrals.js';
import type { World } from '../nyborg-referred/world.js';
import { Api } from '../story/api.js';
import { StoryMunicipality } from '../story/municipality.js';
import type { Target } from '../story/target.js';

export const programme = 'fjordholdet';
const file = `e2e/src/sixth-programme/${programme}.yaml`;

/** Whoever refers, and one of the two who lead a group, do so in functions that no code names. */
const people = {
  units: [
    { code: 'klub-fyret', name: 'Klubben Fyret', functions: ['club-worker', 'pedagogue'] },
    { code: 'visitation', name: 'Visitationen', functions: ['triager'] },
    { code: 'baadehuset', name: 'Bådehuset', functions: ['group-leader', 'boatman', 'programme-lead'] },
  ],
  users: {
    klara: ['klub-fyret:club-worker'],
    petra: ['klub-fyret:pedagogue'],
    vibeke: ['visitation:triager'],
    gitte: ['baadehuset:group-leader'],
    bodil: ['baadehuset:boatman'],
    lone: ['baadehuset:programme-lead'],
  },
  systems: {},
};

export async function makeFjord(target: Target): Promise<World> {
  const api = new Api(target.base);
  return { api, municipality: await StoryMunicipality.make(target, api, 'Fjorden', people) };
}

/** As the guide says: the checker prints what publishes the file, and the programme's lead does; the code is the story's own. */
export async function publish({ api, municipality }: World): Promise<void> {
  const printed = execFileSync(process.execPath, ['libs/programmes/dist/check.js', file], { encoding: 'utf8' });
  const { definition } = JSON.parse(printed) as { definition: object };
  const body = { definition: { ...definition, municipality: municipality.made.code } };
  await api.post('/referral/v1/programmes', { as: municipality.as('lone'), body });
}

/** Somebody at the club, in the one function that they hold. */
export const clubAs = ({ api, municipality }: World, who: 'klara' | 'petra'): Helhed =>
  api.client(municipality.as(who));

/** A mother and her two children, on 9 August 2027 of 11 and 8 years, or too young for the crew. */
export function referralOf(number: number, isTooYoung = false): referral.ReceiveReferral {
  const [elder, younger] = isTooYoung ? ['2022-03-14', '2024-11-12'] : ['2016-03-14', '2018-11-12'];
  const child = { role: 'child', household: 'hjem', custody: ['mor'] } as const;
  return {
    programme,
    referringUnit: 'klub-fyret',
    senderReference: `fyret-${number}`,
    reason: 'De savner noget at være fælles om.',
    households: [{ ref: 'hjem', address: `Molevej ${number}` }],
    members: [
      { ref: 'mor', role: 'parent', name: `Mona Prøve ${number}`, birthDate: '1988-05-16', household: 'hjem' },
      { ref: 'barn-1', name: `Sol Prøve ${number}`, birthDate: elder, ...child },
      { ref: 'barn-2', name: `Vind Prøve ${number}`, birthDate: younger, ...child },
    ],
    parentsPart: [{ parent: 'mor', how: 'meeting', on: '2027-08-06', agreed: true }],
    facts: { everybodySwims: true, outings: 1 },
  };
}

/** Klara refers it, and its persons are matched. */
export async function refer(world: World, number: number, isTooYoung = false): Promise<Referral> {
  const body = referralOf(number, isTooYoung);
  const receipt = await clubAs(world, 'klara').post('/referral/v1/referrals', { body });
  return matched(world, receipt.body.id);
}

/** Mother, elder and younger child. */
export const personsOf = ({ members }: Pick<Referral, 'members'>): [string, string, string] =>
  members.map(({ personId }) => personId) as [string, string, string];

/** The club may hear the outcome. @returns the basis */
export const recordOutcomeConsent = (world: World, referral: Referral, givenBy: readonly string[]): Promise<string> =>
  recordConsent(world, referral, '2027-08-09', {
    as: 'klara',
    programme,
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'klub-fyret',
    givenBy,
  });
