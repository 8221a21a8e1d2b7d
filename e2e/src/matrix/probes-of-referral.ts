import { newId } from '@helhed/kernel';
import { programme } from './oracle/example-world.js';
import type { PageRow } from './oracle/page.js';
import { noVersion, stale, type Probe } from './probe.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;

export const bodies: Readonly<Record<string, unknown>> = {
  amend: { reason: 'Ny oplysning' },
  hold: { reason: 'Familien flytter', awaiting: 'family' },
  accept: { reason: 'I målgruppen' },
  decline: { reasonCode: 'outside-target-group', reason: 'Uden for målgruppen' },
  withdraw: { reasonCode: 'family-withdrew' },
  close: { outcome: 'completed' },
};

export function probesOfReferral(row: PageRow, { made, world }: Place): Probe[] {
  const path = row.path;
  const one = (of: string, more: Partial<Probe> = {}): Probe => ({ of, path, otherwise: ok, ...more });
  switch (row.id) {
    case 'A-REF-01':
      return path.includes('{code}') ? [one(programme, { path: path.replace('{code}', programme) })] : [one('all')];
    case 'A-REF-02':
      // a definition that is none: nobody publishes anything here
      return [one('no definition', { body: { definition: {} }, otherwise: { status: 422 } })];
    case 'A-REF-03':
      return ['db-solsikken', 'visitation'].flatMap((unit) => [
        one(`from ${unit}`, {
          body: submission(unit, programme),
          named: { unit, programme },
          // nobody in it is a parent who agreed
          otherwise: { status: 422, problem: '!programme-unknown' },
        }),
        one(`from ${unit}, of no programme`, {
          body: submission(unit, 'no-such'),
          named: { unit, programme: 'no-such' },
          otherwise: { status: 422, problem: 'programme-unknown' },
        }),
      ]);
    case 'A-REF-05':
      return [
        one('all'),
        one('accepted', { path: `${path}?state=accepted`, named: { state: 'accepted' } }),
        one('received', { path: `${path}?state=received`, named: { state: 'received' } }),
      ];
    case 'A-REF-09':
    case 'A-REF-10':
      return [one('of the programme', { path: `${path}?programme=${programme}` })];
    case 'A-REF-15':
      // an address of nothing: nobody is told anything
      return [one('no address', { body: {}, otherwise: { status: 400 } })];
    case 'A-REF-16':
    case 'A-REF-19':
      if (!path.includes('{id}')) return [one('all')];
      return [
        one('nothing', {
          path: path.replace('{id}', newId()),
          ifMatch: noVersion,
          otherwise: { status: 404, problem: 'not-found' },
        }),
      ];
    case 'A-REF-14':
    case 'A-REF-22':
      return [one('all')];
    case 'A-REF-20':
      return separating(path, made);
    case 'A-REF-21':
      return [...(world.separations ?? []), { id: newId(), referrals: ['', ''] }].map(({ id, referrals }) => ({
        of: made.find(({ referral }) => referral.id === referrals[1])?.scenario.name ?? 'nothing',
        path: path.replace('{id}', id),
        target: id,
        ifMatch: noVersion,
        otherwise: stale,
      }));
    case 'A-REF-11':
      return [
        one('nothing', { path: path.replace('{id}', newId()), otherwise: { status: 404, problem: 'not-found' } }),
      ];
    default:
      return byReferral(
        row,
        made.map(({ scenario, referral }) => [scenario.name, referral.id] as const),
      );
  }
}

function byReferral({ path, method }: PageRow, referrals: readonly (readonly [string, string])[]): Probe[] {
  const verb = path.split(':')[1] ?? '';
  const command = method === 'POST' ? { body: bodies[verb], ifMatch: noVersion } : {};
  return [...referrals, ['nothing', newId()] as const].map(([of, id]) => ({
    of,
    path: path.replace('{id}', id),
    target: id,
    ...command,
    otherwise: method === 'POST' ? stale : ok,
  }));
}

/** Each with the plain one, until a day that has passed: nothing is recorded. */
function separating(path: string, made: Place['made']): Probe[] {
  const plain = made.find(({ scenario }) => scenario.name === 'plain')?.referral.id ?? '';
  return [
    ...made.map(({ scenario, referral }) => [scenario.name, referral.id] as const),
    ['nothing', newId()] as const,
  ].map(([of, other]) => ({
    of,
    path,
    body: { referralId: plain, otherReferralId: other, to: '2026-01-01' },
    named: { referrals: [plain, other] as const },
    otherwise: { status: 422, problem: 'separation-incomplete' },
  }));
}

const submission = (referringUnit: string, of: string) => ({
  programme: of,
  referringUnit,
  senderReference: `matrix-${newId()}`,
  reason: 'Aftener er svære.',
  households: [{ ref: 'hjem', address: 'Lærkevej 1, 5800 Nyborg' }],
  members: [{ ref: 'mor', role: 'parent', name: 'Mor Prøve', birthDate: '1991-04-12', household: 'hjem' }],
  parentsPart: [],
  facts: { everydayConflicts: ['bedtime'], wholeFamilyTakesPart: true },
});
