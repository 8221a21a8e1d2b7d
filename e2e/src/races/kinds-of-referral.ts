import type { Family } from './family.js';
import { headOf, itemOf, json, type Kind, type Seen } from './kind.js';

const outcome = { rests: 'outcome', service: 'referral', method: 'GET', as: 'pia' } as const;

const hasState = (seen: Seen): boolean => json<{ state: string }>(seen).state !== undefined;
const listed = (seen: Seen, { referralId }: Family): boolean => itemOf(seen, referralId)?.state !== undefined;

const theOutcome: Kind = {
  ...outcome,
  name: 'the outcome',
  path: ({ referralId }) => `/referral/v1/referrals/${referralId}/outcome`,
  shows: hasState,
};

/** What a sender reads, and its system: A-REF-05, 06, 07, 14 and 17. */
export const kindsOfReferral: readonly Kind[] = [
  theOutcome,
  headOf(theOutcome),
  {
    ...theOutcome,
    name: 'the outcome, unless it is the same',
    headers: () => ({ 'if-none-match': '*' }),
    shows: (seen) => seen.status === 304 || hasState(seen),
  },
  {
    ...outcome,
    name: 'the answer on paper',
    path: ({ referralId }) => `/referral/v1/referrals/${referralId}/letter`,
    shows: ({ status, body }) => status === 200 && body.includes('<h2>Svaret</h2>'),
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
    ...outcome,
    name: 'what a system is told has changed',
    as: 'dagtilbud-system',
    // what was told first of a family is on the first page, however much is told of it later
    path: () => '/referral/v1/changes?limit=50',
    shows: (seen, { referralId }) => itemOf(seen, referralId) !== undefined,
  },
];
