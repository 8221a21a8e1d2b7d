import { headOf, json, type Kind } from './kind.js';
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

/** Every kind of read of docs/access.md 6.4 that rests on a consent, and what consent itself says of one, in each form. */
export const kinds: readonly Kind[] = [
  ...kindsOfReferral,
  ...kindsOfFamilyPlan,
  feed,
  headOf(feed),
  attendance,
  ...kindsOfReaders,
  ...kindsOfConsent,
];
