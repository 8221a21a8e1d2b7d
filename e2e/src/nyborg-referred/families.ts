import type { referral } from '@helhed/client';
import { localDate } from '@helhed/kernel';
import { fakeCpr, seededRandom } from '@helhed/testing';
import type { Fate } from './plan.js';

const first = ['Alma', 'Bo', 'Clara', 'Dan', 'Ellen', 'Finn', 'Gry', 'Hans', 'Ida', 'Jens', 'Karla', 'Lars'];
const streets = ['Lærkevej', 'Solvænget', 'Mosevej', 'Strandgade', 'Kirkestien'];

/** The body of an invented family's referral: two parents in two households, two children who live in both. */
export function referralOf(family: number, fate: Fate, on: Date, seed: number): referral.ReceiveReferral {
  const random = seededRandom(seed * 100_003 + family);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const year = on.getUTCFullYear();
  const born = (age: number) => `${year - age - 1}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
  const child = fate === 'declined' ? 15 : 3;
  type Member = referral.ReceiveReferral['members'][number];
  const person = (
    ref: string,
    role: Member['role'],
    age: number,
    household: Member['household'],
    more: Pick<Member, 'custody'> = {},
  ): Member => {
    const birthDate = born(age);
    const cpr = fakeCpr({ seed: seed * 1_009 + family * 7 + ref.length + age, birthDate });
    return { ref, role, name: `${pick(first)} Prøve ${family}`, cpr, household, ...more };
  };
  const both = ['hjem-1', 'hjem-2'];
  const custody = ['mor', 'far'];
  const said = { how: 'meeting', on: localDate(on), agreed: true } as const;
  return {
    programme: 'nyborg-familiestue',
    referringUnit: 'db-solsikken',
    senderReference: `solsikken-${family}`,
    reason: 'Morgener og sengetider er svære; forældrene ønsker hjælp.',
    households: [{ ref: 'hjem-1', address: `${pick(streets)} ${family}, 5800 Nyborg` }, { ref: 'hjem-2' }],
    members: [
      person('mor', 'parent', 34, 'hjem-1'),
      person('far', 'parent', 36, 'hjem-2'),
      person('barn-1', 'child', child, both, { custody }),
      person('barn-2', 'child', child + 2, both, { custody }),
    ],
    parentsPart: [
      { parent: 'mor', ...said },
      { parent: 'far', ...said, how: 'phone' },
    ],
    facts:
      fate === 'declined'
        ? { everydayConflicts: [] }
        : { everydayConflicts: ['bedtime', 'meals'], wholeFamilyTakesPart: true },
  };
}
