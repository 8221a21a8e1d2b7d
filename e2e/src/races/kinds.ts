import { headOf, json, type Kind, type SentKind } from './kind.js';
import { kindsOfConsent } from './kinds-of-consent.js';
import { kindsOfFamilyPlan } from './kinds-of-family-plan.js';
import { kindsOfReaders } from './kinds-of-readers.js';
import { kindsOfReferral } from './kinds-of-referral.js';

const feed: Kind = {
  name: 'a feed',
  rests: 'calendar',
  service: 'scheduling',
  method: 'GET',
  path: (family) => family.feed,
  shows: (seen) => seen.status === 200 && seen.body.includes('BEGIN:VEVENT'),
};

const attendance: Kind = {
  name: 'a team’s list of a family’s attendance',
  rests: 'coordination',
  service: 'scheduling',
  method: 'GET',
  as: 'sofie',
  path: ({ familyId }) => `/scheduling/v1/families/${familyId}/attendance`,
  shows: (seen) => (json<{ items: { marks?: unknown }[] }>(seen).items ?? []).some(({ marks }) => marks !== undefined),
};

const needs: Kind = {
  name: 'a coordinator’s list of what appointments need',
  rests: 'coordinating',
  service: 'scheduling',
  method: 'GET',
  as: 'karen',
  path: ({ familyId }) => `/scheduling/v1/needs?family=${familyId}`,
  shows: (seen) => (json<{ items: object[] }>(seen).items ?? []).length > 0,
};

/** Every kind of read of docs/access.md 6.4 that rests on a consent, and what consent itself says of one, in each form. */
export const kinds: readonly Kind[] = [
  ...kindsOfReferral,
  ...kindsOfFamilyPlan,
  feed,
  headOf(feed),
  attendance,
  needs,
  ...kindsOfReaders,
  ...kindsOfConsent,
];

export const webhookAttempt: SentKind = {
  name: 'a webhook’s attempt',
  rests: 'outcome',
  service: 'referral',
  exit: 'services/referral/src/webhooks/post-message.ts',
};

/** What services send by themselves: each that tools/boundaries/exits.ts says is decided. */
export const sentKinds: readonly SentKind[] = [webhookAttempt];

/** HELHED_RACE_KINDS: which are raced, by their names; all unless told. */
const chosen = new RegExp(process.env['HELHED_RACE_KINDS'] ?? '', 'u');
export const isChosen = ({ name }: { readonly name: string }): boolean => chosen.test(name);
