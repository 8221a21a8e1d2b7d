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

const invitation: Kind = {
  name: 'a coordinator’s invitation',
  rests: 'coordinating',
  service: 'scheduling',
  method: 'GET',
  as: 'karen',
  path: ({ session, familyId, parents: [parent] }) =>
    `/scheduling/v1/sessions/${session}/invitation?family=${familyId}&recipient=${parent}`,
  // its CANCEL may be sent, and says no more than that
  shows: (seen) => seen.status === 200 && seen.body.includes('METHOD:REQUEST'),
};

/** A-SCH-23: that no CANCEL is due tells that what the coordinator took may still be shown. */
const tellsOfInvitation: Pick<Kind, 'rests' | 'service' | 'method' | 'shows'> = {
  rests: 'coordinating',
  service: 'scheduling',
  method: 'GET',
  shows: (seen) =>
    (json<{ items: { unit: string | null; cancel: string }[] }>(seen).items ?? []).some(
      ({ unit, cancel }) => unit === 'koordineringen' && cancel === 'none',
    ),
};

const given: Kind = {
  ...tellsOfInvitation,
  name: 'a group leader’s list of what was given out',
  as: 'gitte',
  path: ({ familyId }) => `/scheduling/v1/families/${familyId}/deliveries`,
};

const ownGiven: Kind = {
  ...tellsOfInvitation,
  name: 'a parent’s list of what was given out',
  as: 'parent',
  path: ({ parents: [parent] }) => `/scheduling/v1/persons/${parent}/deliveries`,
};

/** A-CMD-04: that a version is not the need's is told to whom it is shown. It is changed to nothing. */
const changing: Kind = {
  name: 'a coordinator’s change of what a family needs',
  rests: 'coordinating',
  service: 'scheduling',
  method: 'POST',
  as: 'karen',
  path: ({ need }) => `/scheduling/v1/needs/${need}:change`,
  headers: () => ({ 'if-match': '"999"' }),
  body: () => ({ language: 'so' }),
  shows: ({ status, body }) => status === 412 && body.includes('stale'),
};

/** Every kind of read of docs/access.md 6.4 that rests on a consent, and what consent itself says of one, in each form. */
export const kinds: readonly Kind[] = [
  ...kindsOfReferral,
  ...kindsOfFamilyPlan,
  feed,
  headOf(feed),
  attendance,
  needs,
  changing,
  invitation,
  given,
  ownGiven,
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
