import { z } from 'zod';

const code = z.string().regex(/^\d{4}$/);

export const municipalityExample = { code: '0450', issuer: 'https://helhed.example/auth/realms/kommune-0450' };

export const RegisterMunicipality = z
  .strictObject({
    issuer: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .describe('The municipality’s realm in Keycloak.'),
    replaceIssuer: z
      .boolean()
      .default(false)
      .describe('Tokens of the issuer that the municipality has now count no longer; without this, 409.'),
  })
  .meta({ id: 'RegisterMunicipality', examples: [{ issuer: municipalityExample.issuer }] });

export const Municipality = z.strictObject({ code, issuer: z.string() }).meta({ id: 'Municipality' });

const tenYears = 10 * 366 * 86_400_000;

export const SetClock = z
  .strictObject({ offsetMs: z.int().min(-tenYears).max(tenYears).describe('Milliseconds ahead of real time.') })
  .meta({ id: 'SetClock', examples: [{ offsetMs: 86_400_000 }] });

export const MunicipalityClock = z.strictObject({ code, now: z.iso.datetime() }).meta({ id: 'MunicipalityClock' });
export const clockExample = { code: '0450', now: '2027-01-11T08:00:00.000Z' };

export const DeadLetterView = z
  .strictObject({
    id: z.uuid(),
    municipality: code,
    source: z.string().describe('Who told it; `claims`: a question to its owner, that was refused.'),
    orderKey: z
      .string()
      .describe(
        'Events of this key wait behind it; the others go on. Of a question it is what was asked about, and nothing waits.',
      ),
    seq: z.int().describe('Its number among the source’s events of the key.'),
    type: z.string(),
    reason: z.string().describe('Why it could not be applied: a kind of error and a code, no data.'),
    tries: z.int(),
    parkedAt: z.string(),
  })
  .meta({ id: 'DeadLetter' });

const event = {
  specversion: '1.0',
  id: '0198a1b2-0000-7000-8000-000000000050',
  source: '/helhed/0450/referral',
  type: 'dk.helhed.referral.closed.v1',
  subject: '0198a1b2-0000-7000-8000-000000000002',
  time: '2027-06-18T12:00:00.000Z',
  datacontenttype: 'application/json',
  municipality: '0450',
  incarnation: '0198a1b2-0000-7000-8000-000000000051',
  orderkey: '0198a1b2-0000-7000-8000-000000000002',
  seq: 7,
  data: {
    referralId: '0198a1b2-0000-7000-8000-000000000001',
    familyId: '0198a1b2-0000-7000-8000-000000000002',
    programme: 'nyborg-familiestue',
    closedOn: '2027-06-18',
    outcome: 'completed',
  },
};

export const deadLetterExample = {
  id: '0198a1b2-0000-7000-8000-000000000052',
  municipality: event.municipality,
  source: event.source,
  orderKey: event.orderkey,
  seq: event.seq,
  type: event.type,
  reason: 'QueryFailedError 23503',
  tries: 5,
  parkedAt: '2027-06-18T12:00:41.000Z',
};
export const deadLetterWithEventExample = { ...deadLetterExample, event };

export const DeadLetterWithEvent = DeadLetterView.extend({
  event: z.record(z.string(), z.unknown()).describe('The CloudEvent: ids, codes and dates only.'),
}).meta({ id: 'DeadLetterWithEvent' });

export const Republish = z
  .strictObject({ since: z.iso.datetime().describe('Publish again what was recorded from this instant on.') })
  .meta({ id: 'Republish', examples: [{ since: '2026-11-01T00:00:00Z' }] });

export const Republished = z.strictObject({ events: z.int().nonnegative() }).meta({ id: 'Republished' });
