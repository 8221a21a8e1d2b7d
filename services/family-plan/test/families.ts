import { ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { newId, type MunicipalityCode } from '@helhed/kernel';
import { nextEvent } from './events.js';
import { nyborg, type World } from './world.js';

export interface Told {
  readonly name: string;
  readonly role: 'parent' | 'child' | 'other';
  readonly cpr?: string;
  readonly birthDate?: string;
  readonly households?: string[];
}

/** Separated parents and the child who lives with both. */
export const majaJonasAndAlma = (cprs: [string, string, string]): Told[] => [
  { name: 'Maja Holm', role: 'parent', cpr: cprs[0], households: ['egevej'] },
  { name: 'Jonas Dahl', role: 'parent', cpr: cprs[1], households: ['havnegade'] },
  { name: 'Alma Holm Dahl', role: 'child', cpr: cprs[2], households: ['egevej', 'havnegade'] },
];

/** A referral of these persons, its intake waiting at the referral service. @returns the event and its ids */
export function refer({ referral }: World, persons: readonly Told[], municipality: MunicipalityCode = nyborg) {
  const [referralId, familyId] = [newId(), newId()];
  const members = persons.map(({ households = ['egevej'], ...person }) => ({ id: newId(), ...person, households }));
  const households = [
    { ref: 'egevej', address: 'Egevej 4, 5800 Nyborg' },
    { ref: 'havnegade', address: 'Havnegade 17, 5800 Nyborg' },
  ];
  referral.answer(referralId, { status: 200, body: { referralId, familyId, version: 1, households, members } });
  const event: CloudEvent = nextEvent(municipality, ReferralReceived, {
    referralId,
    familyId,
    programme: 'nyborg-familiestue',
    programmeVersion: 1,
    referringUnit: 'db-solsikken',
    kind: 'professional',
    receivedOn: '2026-09-01',
  });
  return { referralId, familyId, event, members };
}
