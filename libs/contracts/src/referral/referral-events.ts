import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id } from '../fields.js';

const referral = { referralId: id, familyId: id, programme: code };

export const ReferralReceived = defineEvent({
  context: 'referral',
  name: 'received',
  version: 1,
  description: { da: 'En indstilling er modtaget.', en: 'A referral was received.' },
  data: {
    ...referral,
    programmeVersion: z.number().int().positive(),
    referringUnit: code,
    kind: z.enum(['professional', 'self']),
    receivedOn: date,
    /** Of the referral; the claim check asks for its persons at this version. */
    version: z.number().int().positive().optional(),
  },
});

export const TriageStarted = defineEvent({
  context: 'referral',
  name: 'triage-started',
  version: 1,
  description: { da: 'Visitationen er begyndt.', en: 'Triage has begun.' },
  data: {
    ...referral,
    startedOn: date,
    /** The triage unit: that of whoever last started triage. */
    unit: code,
  },
});

export const ReferralAccepted = defineEvent({
  context: 'referral',
  name: 'accepted',
  version: 1,
  description: {
    da: 'Visitationen har taget imod familien i indsatsen.',
    en: 'Triage found the family within the programme.',
  },
  data: { ...referral, acceptedOn: date },
});

export const ReferralDeclined = defineEvent({
  context: 'referral',
  name: 'declined',
  version: 1,
  description: {
    da: 'Familien er ikke i indsatsens målgruppe.',
    en: 'Triage found the family outside the programme.',
  },
  data: { ...referral, declinedOn: date, reasonCode: code },
});

export const ReferralWaiting = defineEvent({
  context: 'referral',
  name: 'waiting',
  version: 1,
  description: { da: 'Familien venter på en plads.', en: 'The family waits for a place.' },
  data: { ...referral, since: date },
});

export const PlaceAssigned = defineEvent({
  context: 'referral',
  name: 'place-assigned',
  version: 1,
  description: { da: 'Familien har fået en plads.', en: 'The family was given a place.' },
  data: { ...referral, placeId: id, groupId: id, assignedOn: date },
});

export const ReferralWithdrawn = defineEvent({
  context: 'referral',
  name: 'withdrawn',
  version: 1,
  description: { da: 'Indstillingen er trukket tilbage.', en: 'The referral was withdrawn.' },
  data: { ...referral, withdrawnOn: date, reasonCode: code },
});

export const ReferralClosed = defineEvent({
  context: 'referral',
  name: 'closed',
  version: 1,
  description: { da: 'Indstillingen er afsluttet med et udfald.', en: 'The referral was closed with an outcome.' },
  data: { ...referral, closedOn: date, outcome: code },
});
