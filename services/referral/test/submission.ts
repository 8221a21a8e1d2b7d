import { fakeCpr } from '@helhed/testing';
import { ReceiveReferral } from '../src/referrals/receive-referral.dto.js';

export type Wish = Partial<typeof ReceiveReferral._zod.input>;

let next = 1;

/** What a day care sends: two parents in two households, two children in both. */
export const body = (wish: Wish = {}): typeof ReceiveReferral._zod.input => ({
  programme: 'nyborg-familiestue',
  referringUnit: 'db-solsikken',
  senderReference: `solsikken-${next++}`,
  reason: 'Aftener og morgener er svære; forældrene beder om hjælp.',
  households: [{ ref: 'home-1', address: 'Strandvejen 1, 5800 Nyborg' }, { ref: 'home-2' }],
  members: [
    {
      ref: 'parent-1',
      role: 'parent',
      name: 'Anna Prøve',
      cpr: fakeCpr({ birthDate: '1991-04-02' }),
      household: 'home-1',
    },
    { ref: 'parent-2', role: 'parent', name: 'Bo Prøve', birthDate: '1989-09-12', household: 'home-2' },
    child('child-1', '2021-05-01'),
    child('child-2', '2023-09-30'),
  ],
  parentsPart: [
    { parent: 'parent-1', how: 'meeting', on: '2026-11-02', agreed: true },
    { parent: 'parent-2', how: 'phone', on: '2026-11-03', agreed: true },
  ],
  facts: { everydayConflicts: ['meals', 'bedtime'], wholeFamilyTakesPart: true },
  ...wish,
});

export const submission = (wish: Wish = {}): ReceiveReferral => ReceiveReferral.parse(body(wish));

function child(ref: string, birthDate: string) {
  const household = ['home-1', 'home-2'];
  return { ref, role: 'child' as const, name: 'Clara Prøve', birthDate, household, custody: ['parent-1', 'parent-2'] };
}
