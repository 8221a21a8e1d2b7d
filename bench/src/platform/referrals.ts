import { fakeCpr } from '@helhed/testing';

export const programme = 'nyborg-familiestue';
export const sender = { client: 'dagtilbud', unit: 'db-solsikken', function: 'db-solsikken:referrer' };
export const triager = 'visitation:triager';

const givenOut = new Set<string>();

/** Nobody's CPR number, and no two persons' in one run. */
function newCpr(birthDate?: string): string {
  for (;;) {
    const cpr = fakeCpr({ birthDate });
    if (givenOut.size < givenOut.add(cpr).size) return cpr;
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const child = (number: number) =>
  `${2020 + (number % 5)}-${twoDigits(1 + (number % 12))}-${twoDigits(1 + (number % 28))}`;
const both = ['home-1', 'home-2'];
const custody = ['parent-1', 'parent-2'];

/** What a day care sends of an invented family: two parents in two households, two children in both. */
export const referralBody = (number: number): string =>
  JSON.stringify({
    programme,
    referringUnit: sender.unit,
    senderReference: `bench-${number}`,
    reason: 'Morgener og sengetider er svære for alle fire; forældrene beder om hjælp til en fast rytme.',
    households: [{ ref: 'home-1', address: `Prøvevej ${number}, 5800 Nyborg` }, { ref: 'home-2' }],
    members: [
      { ref: 'parent-1', role: 'parent', name: 'Anna Prøve', cpr: newCpr(), household: 'home-1' },
      { ref: 'parent-2', role: 'parent', name: 'Bo Prøve', cpr: newCpr(), household: 'home-2' },
      { ref: 'child-1', role: 'child', name: 'Clara Prøve', cpr: newCpr(child(number)), household: both, custody },
      { ref: 'child-2', role: 'child', name: 'Dan Prøve', birthDate: child(number + 5), household: both, custody },
    ],
    parentsPart: [
      { parent: 'parent-1', how: 'meeting', on: '2025-11-03', agreed: true },
      { parent: 'parent-2', how: 'phone', on: '2025-11-04', agreed: true },
    ],
    facts: { everydayConflicts: ['bedtime', 'meals'], wholeFamilyTakesPart: true },
  });
