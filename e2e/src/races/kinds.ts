import type { Family } from './family.js';

/** What a read was answered: the bytes that count. */
export interface Seen {
  readonly status: number;
  readonly length: number;
  readonly body: string;
}

/** The three consents of a family that are withdrawn, and given anew. */
export type Consent = 'outcome' | 'cooperation' | 'calendar';

/** One kind of read that rests on one consent. */
export interface Kind {
  readonly name: string;
  readonly rests: Consent;
  readonly service: 'referral' | 'family-plan' | 'scheduling' | 'consent';
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** Who asks; nobody where the address is the secret. */
  readonly as?: 'pia' | 'trine';
  readonly path: (family: Family) => string;
  readonly body?: (family: Family) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the answer holds what the consent allows. */
  readonly shows: (seen: Seen, family: Family) => boolean;
}

interface Item {
  readonly id: string;
  readonly familyId?: string;
  readonly state?: string;
  readonly groupId?: string | null;
}
const json = <T>({ status, body }: Seen): Partial<T> => (status === 200 ? (JSON.parse(body) as T) : {});
const itemOf = (seen: Seen, id: string): Item | undefined =>
  json<{ items: Item[] }>(seen).items?.find((item) => item.id === id || item.familyId === id);
/** A HEAD's answer has no body: it tells what it would hold by its length, which is that of the answer without. */
const longer = (seen: Seen, than: number | undefined): boolean =>
  seen.status === 200 && than !== undefined && seen.length > than;

const asksOf = (family: Family, action: string, resource: 'referral' | 'family', who: 'pia' | 'trine') => ({
  subject: {
    type: 'person',
    id: family.subjects[who],
    properties: { function: who === 'pia' ? 'db-solsikken:pedagogue' : 'skole-nord:teacher' },
  },
  resource: { type: resource, id: resource === 'referral' ? family.referralId : family.familyId },
  action: { name: action },
});

const outcome = { rests: 'outcome', service: 'referral', method: 'GET', as: 'pia' } as const;
const cooperation = { rests: 'cooperation', service: 'family-plan', method: 'GET', as: 'trine' } as const;
const calendar = { rests: 'calendar', service: 'scheduling', method: 'GET' } as const;
const decision = { rests: 'outcome', service: 'consent', method: 'POST', as: 'pia' } as const;

const hasState = (seen: Seen): boolean => json<Item>(seen).state !== undefined;
const listed = (seen: Seen, { referralId }: Family): boolean => itemOf(seen, referralId)?.state !== undefined;

/** Every kind of read of docs/access.md 6.4 that rests on a consent, in each of its forms. */
export const kinds: readonly Kind[] = [
  {
    ...outcome,
    name: 'the outcome',
    path: ({ referralId }) => `/referral/v1/referrals/${referralId}/outcome`,
    shows: hasState,
  },
  {
    ...outcome,
    name: 'HEAD of the outcome',
    method: 'HEAD',
    path: ({ referralId }) => `/referral/v1/referrals/${referralId}/outcome`,
    shows: (seen, { withheld }) => longer(seen, withheld['HEAD of the outcome']),
  },
  {
    ...outcome,
    name: 'the outcome, unless it is the same',
    path: ({ referralId }) => `/referral/v1/referrals/${referralId}/outcome`,
    headers: { 'if-none-match': '*' },
    shows: (seen) => seen.status === 304 || hasState(seen),
  },
  {
    ...outcome,
    name: 'the referral',
    path: ({ referralId }) => `/referral/v1/referrals/${referralId}`,
    shows: hasState,
  },
  { ...outcome, name: 'a list’s page', path: () => '/referral/v1/referrals?limit=50', shows: listed },
  {
    ...outcome,
    name: 'a list’s next page',
    path: ({ cursor }) => `/referral/v1/referrals?limit=1&cursor=${cursor}`,
    shows: listed,
  },
  {
    ...outcome,
    name: 'a list filtered by what is shown',
    path: () => '/referral/v1/referrals?limit=50&state=accepted',
    shows: (seen, { referralId }) => itemOf(seen, referralId) !== undefined,
  },
  {
    ...decision,
    name: 'a decision',
    path: () => '/access/v1/evaluation',
    body: (family) => asksOf(family, 'referral.outcome', 'referral', 'pia'),
    shows: (seen) => json<{ decision: boolean }>(seen).decision === true,
  },
  {
    ...decision,
    name: 'a decision among several',
    path: () => '/access/v1/evaluations',
    body: (family) => {
      const { subject, resource, action } = asksOf(family, 'referral.outcome', 'referral', 'pia');
      return { subject, action, evaluations: [{ resource }] };
    },
    shows: (seen) => json<{ evaluations: { decision: boolean }[] }>(seen).evaluations?.[0]?.decision === true,
  },
  {
    ...cooperation,
    name: 'a partner’s view',
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}`,
    shows: (seen) => json<{ members: unknown }>(seen).members !== undefined,
  },
  {
    ...cooperation,
    name: 'HEAD of a partner’s view',
    method: 'HEAD',
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}`,
    shows: (seen, { withheld }) => longer(seen, withheld['HEAD of a partner’s view']),
  },
  {
    ...cooperation,
    name: 'a partner’s list of a family’s enrolments',
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/enrolments`,
    shows: (seen, { familyId }) => itemOf(seen, familyId)?.groupId !== undefined,
  },
  {
    ...cooperation,
    name: 'a partner’s list of enrolments',
    path: () => '/family-plan/v1/enrolments?limit=50',
    shows: (seen, { familyId }) => itemOf(seen, familyId)?.groupId !== undefined,
  },
  {
    ...calendar,
    name: 'a feed',
    path: ({ feed }) => feed,
    shows: (seen) => seen.status === 200 && seen.body.includes('BEGIN:VEVENT'),
  },
  {
    ...calendar,
    name: 'HEAD of a feed',
    method: 'HEAD',
    path: ({ feed }) => feed,
    shows: (seen, { withheld }) => longer(seen, withheld['HEAD of a feed']),
  },
];
