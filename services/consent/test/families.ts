import { randomUUID } from 'node:crypto';
import type { Actor } from '@helhed/access';
import {
  BookingHeld,
  ConversationHeld,
  ConversationPlaced,
  CustodyEnded,
  CustodyRecorded,
  PersonsMatched,
  ProgrammePublished,
  ReferralReceived,
  ReferralDeclined,
  SeatTaken,
  SessionHeld,
  SessionMadeUp,
  TriageStarted,
  type CloudEvent,
  type ProgrammeDefinition,
} from '@helhed/contracts';
import { municipalityCode, newId, type MunicipalityCode } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { requestContext, type IdempotencyClaim } from '@helhed/telemetry';
import { nextEvent } from './events.js';

const nyborg = municipalityCode('0450');
export const programme = 'nyborg-familiestue';

/** Nyborg's programme, published by a municipality; `change` makes a version of it. */
export const published = (
  municipality: MunicipalityCode,
  change: (definition: ProgrammeDefinition) => ProgrammeDefinition = (definition) => definition,
): CloudEvent => {
  const definition = change(forMunicipality(getDefinition(programme), municipality));
  return nextEvent(municipality, ProgrammePublished, { programme, version: definition.version, definition });
};

/** A family of two parents in two households and a child in both, as family-plan tells of it; the parents have custody. */
export function matched(municipality: MunicipalityCode = nyborg) {
  const [familyId, maja, jonas, alma] = [newId(), newId(), newId(), newId()];
  const [hers, his] = [newId(), newId()];
  const member = (personId: string, role: 'parent' | 'child', ...households: string[]) => ({
    intakePersonId: newId(),
    personId,
    role,
    households,
  });
  const members = [member(maja, 'parent', hers), member(jonas, 'parent', his), member(alma, 'child', hers, his)];
  const referral = { referralId: newId(), familyId, programme, programmeVersion: 1 };
  const received = nextEvent(municipality, ReferralReceived, {
    ...referral,
    referringUnit: 'db-solsikken',
    kind: 'professional',
    receivedOn: '2026-09-01',
  });
  const event = nextEvent(municipality, PersonsMatched, { referralId: referral.referralId, familyId, members });
  const custody = [maja, jonas].map((holderId) => held(municipality, { familyId, childId: alma, holderId }));
  const { referralId } = referral;
  return { familyId, referralId, maja, jonas, alma, event, received, custody, events: [received, event, ...custody] };
}

interface Referred {
  readonly familyId: string;
  readonly referralId: string;
}
const of = ({ familyId, referralId }: Referred) => ({ familyId, referralId, programme });

/** A unit starts triage on the family's referral. */
export const started = (municipality: MunicipalityCode, referred: Referred, unit: string): CloudEvent =>
  nextEvent(municipality, TriageStarted, { ...of(referred), startedOn: '2026-09-02', unit });

export const declined = (municipality: MunicipalityCode, referred: Referred): CloudEvent =>
  nextEvent(municipality, ReferralDeclined, {
    ...of(referred),
    declinedOn: '2026-09-03',
    reasonCode: 'outside-target-group',
  });

/** The family takes its seat in a group of the unit. */
export const seated = (municipality: MunicipalityCode, { familyId }: Referred, unit: string): CloudEvent =>
  nextEvent(municipality, SeatTaken, {
    seatId: newId(),
    placeId: newId(),
    groupId: newId(),
    familyId,
    programme,
    unit,
  });

interface Holding {
  readonly familyId: string;
  readonly childId: string;
  readonly holderId: string;
  readonly custodyId?: string;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Custody that family-plan tells of. */
export const held = (municipality: MunicipalityCode, holding: Holding): CloudEvent =>
  nextEvent(municipality, CustodyRecorded, { custodyId: newId(), from: null, to: null, ...holding });

/** The end of a custody that was told. */
export const ended = (municipality: MunicipalityCode, { data }: CloudEvent, to: string): CloudEvent =>
  nextEvent(municipality, CustodyEnded, { ...(data as never as Required<Holding> & { from: string | null }), to });

/** A session that was held for the family. */
export const sessionHeld = (municipality: MunicipalityCode, familyId: string, sessionId: string, heldOn: string) =>
  nextEvent(municipality, SessionHeld, {
    sessionId,
    groupId: newId(),
    familyId,
    programme,
    kind: 'session',
    heldOn,
  });

/** A conversation that was placed with the family, and held. */
export const conversationHeld = (municipality: MunicipalityCode, familyId: string, id: string, heldOn: string) =>
  nextEvent(municipality, ConversationHeld, {
    appointmentId: id,
    groupId: newId(),
    familyId,
    programme,
    conversation: 'opfoelgning',
    heldOn,
  });

/** A session in the place of one that is off. */
export const sessionMadeUp = (
  municipality: MunicipalityCode,
  familyId: string,
  sessionId: string,
  replacesId: string,
): CloudEvent =>
  nextEvent(municipality, SessionMadeUp, {
    sessionId,
    replacesId,
    groupId: newId(),
    familyId,
    programme,
    kind: 'session',
    startsAt: '2026-10-05T13:00:00Z',
    endsAt: '2026-10-05T15:00:00Z',
  });

/** A conversation in the place of one that is off. */
export const conversationMadeUp = (
  municipality: MunicipalityCode,
  familyId: string,
  id: string,
  replacesId?: string,
): CloudEvent =>
  nextEvent(municipality, ConversationPlaced, {
    appointmentId: id,
    ...(replacesId === undefined ? {} : { replacesId }),
    groupId: newId(),
    familyId,
    programme,
    conversation: 'opfoelgning',
    startsAt: '2026-10-05T13:00:00Z',
    endsAt: '2026-10-05T15:00:00Z',
  });

/** A booking that was held, whatever family it was about. */
export const bookingHeld = (municipality: MunicipalityCode, bookingId: string, heldOn: string) =>
  nextEvent(municipality, BookingHeld, { bookingId, heldOn });

/** Somebody who signed in, in a function, as the guard finds them from a token. */
export function personIn(municipality: MunicipalityCode, unit = 'visitation', name = 'triager'): Actor {
  const held = { unit, function: name };
  const issuer = `issuer of ${municipality}`;
  const sub = `somebody at ${unit}`;
  return { kind: 'person', municipality, issuer, sub, azp: 'helhed-pages', functions: [held], ...held };
}
export const triagerIn = (municipality: MunicipalityCode): Actor => personIn(municipality);

/** A citizen whose account is linked to this person. */
export const citizen = (municipality: MunicipalityCode, person: string): Actor => ({
  kind: 'citizen',
  municipality,
  issuer: `issuer of ${municipality}`,
  sub: `account of ${person}`,
  azp: 'helhed-pages',
  functions: [],
  person,
});

/** Runs what a request of this actor runs. */
export const as = <T>(actor: Actor, work: (actor: Actor) => Promise<T>, idempotency?: IdempotencyClaim): Promise<T> =>
  requestContext.run({ requestId: randomUUID(), actor, idempotency }, () => work(actor));
