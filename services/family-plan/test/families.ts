import { ReferralReceived, type CloudEvent, type IntakeClaim } from '@helhed/contracts';
import { newId, type MunicipalityCode } from '@helhed/kernel';
import { nextEvent } from './events.js';
import { nyborg, type World } from './world.js';

export interface Told {
  readonly name: string;
  readonly role: 'parent' | 'child' | 'other';
  readonly cpr?: string;
  readonly birthDate?: string;
  readonly homes?: readonly ('Egevej 4' | 'Havnegade 17')[];
  /** Names of those who hold custody. */
  readonly custody?: readonly string[];
}

/** Separated parents and the child who lives with both; Maja alone holds custody. */
export const majaJonasAndAlma = (cprs: readonly [string, string, string]): Told[] => [
  { name: 'Maja Holm', role: 'parent', cpr: cprs[0], homes: ['Egevej 4'] },
  { name: 'Jonas Dahl', role: 'parent', cpr: cprs[1], homes: ['Havnegade 17'] },
  { name: 'Alma Holm Dahl', role: 'child', cpr: cprs[2], homes: ['Egevej 4', 'Havnegade 17'], custody: ['Maja Holm'] },
];

/** A referral of these persons, its intake waiting at the referral service. @returns the event and its ids */
export function refer({ referral }: World, persons: readonly Told[], municipality: MunicipalityCode = nyborg) {
  const [referralId, familyId] = [newId(), newId()];
  const ids = new Map(['Egevej 4', 'Havnegade 17', ...persons.map(({ name }) => name)].map((name) => [name, newId()]));
  const idOf = (name: string) => ids.get(name) as string;
  const members = persons.map(({ homes = ['Egevej 4'], custody, ...person }) => ({
    ...person,
    id: idOf(person.name),
    households: homes.map(idOf),
    custody: custody?.map(idOf),
  }));
  const households = ['Egevej 4', 'Havnegade 17'].map((address) => ({
    ref: idOf(address),
    address: `${address}, 5800 Nyborg`,
  }));
  const claim: IntakeClaim = { referralId, familyId, version: 1, households, members };
  referral.answer(referralId, { status: 200, body: claim });
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
