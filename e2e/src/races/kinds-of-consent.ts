import { categories } from '@helhed/contracts';
import type { Family } from './family.js';
import { json, type Kind, type Seen } from './kind.js';
import { school } from './people.js';

const identity = categories.identity.text.da;
const pair = 'db-solsikken:pedagogue';
const asked = { rests: 'outcome', service: 'consent', method: 'POST', as: 'pia' } as const;

const pia = ({ subjects }: Family) => ({ type: 'person', id: subjects['pia'], properties: { function: pair } });
const referral = ({ referralId }: Family) => ({ type: 'referral', id: referralId });
const action = { name: 'referral.outcome' };

const found = (seen: Seen, id: string): boolean =>
  (json<{ results: { id?: string; name?: string }[] }>(seen).results ?? []).some(
    (each) => each.id === id || each.name === id,
  );

/** What the decision API says of others' reads, and the pages that ask it: A-AZN-02 to 05, A-PAG-02 and 04. */
const decisions: readonly Kind[] = [
  {
    ...asked,
    name: 'a decision',
    path: () => '/access/v1/evaluation',
    body: (family) => ({ subject: pia(family), resource: referral(family), action }),
    shows: (seen) => json<{ decision: boolean }>(seen).decision === true,
  },
  {
    ...asked,
    name: 'a decision among several',
    path: () => '/access/v1/evaluations',
    body: (family) => ({ subject: pia(family), action, evaluations: [{ resource: referral(family) }] }),
    shows: (seen) => json<{ evaluations: { decision: boolean }[] }>(seen).evaluations?.[0]?.decision === true,
  },
  {
    ...asked,
    name: 'a search for things',
    path: () => '/access/v1/search/resource',
    body: (family) => ({ subject: pia(family), resource: { type: 'referral' }, action }),
    shows: (seen, { referralId }) => found(seen, referralId),
  },
  {
    ...asked,
    name: 'a search for acts',
    path: () => '/access/v1/search/action',
    body: (family) => ({ subject: pia(family), resource: referral(family) }),
    shows: (seen) => found(seen, action.name),
  },
  {
    ...asked,
    name: 'a parent’s search for who may',
    as: 'parent',
    path: () => '/access/v1/search/subject',
    body: (family) => ({ subject: { type: 'function-in-unit' }, resource: referral(family), action }),
    shows: (seen) => found(seen, pair),
  },
  {
    ...asked,
    name: 'the page of one’s own question',
    method: 'GET',
    path: ({ referralId }) => `/consent/decision?function=${pair}&act=${action.name}&id=${referralId}`,
    shows: ({ status, body }) => status === 200 && body.includes('alert-success'),
  },
  {
    ...asked,
    name: 'a parent’s page of who can see it',
    rests: 'cooperation',
    method: 'GET',
    as: 'parent',
    path: ({ parents: [person] }) => `/consent/my/${person}/readers`,
    headers: () => ({ 'accept-language': 'da' }),
    // the school is a reader still, of the register that names it
    shows: ({ status, body }) =>
      status === 200 && body.split('</li>').some((each) => each.includes(school.name) && each.includes(identity)),
  },
];

interface Remaining {
  readonly basis: string;
  readonly persons: readonly string[];
}

/** What a command's answer says of a consent that is in force, asked for again and again. */
const commands: readonly Kind[] = [
  {
    ...asked,
    name: 'a repeat of recording it',
    path: () => '/consent/v1/bases',
    body: ({ given }) => given.outcome?.body,
    headers: ({ given }) => ({ 'idempotency-key': given.outcome?.key ?? '' }),
    shows: (seen) =>
      json<{ coverage: { state: string }[] }>(seen).coverage?.every(({ state }) => state !== 'withdrawn') === true,
  },
  {
    ...asked,
    name: 'what remains after another withdrawal',
    path: ({ earlier }) => `/consent/v1/bases/${earlier.outcome}:withdraw`,
    body: ({ parents }) => ({ givers: parents }),
    shows: (seen, { given, parents: [person = ''] }) =>
      (json<{ remaining: Remaining[] }>(seen).remaining ?? []).some(
        ({ basis, persons }) => basis === given.outcome?.id && persons.includes(person),
      ),
  },
];

export const kindsOfConsent: readonly Kind[] = [...decisions, ...commands];
