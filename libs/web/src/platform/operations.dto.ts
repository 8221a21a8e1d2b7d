import { z } from 'zod';

const code = z.string().regex(/^\d{4}$/);

export const RegisterMunicipality = z
  .strictObject({
    issuer: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .describe('The municipality’s realm in Keycloak.'),
  })
  .meta({ id: 'RegisterMunicipality', examples: [{ issuer: 'https://helhed.example/auth/realms/kommune-0450' }] });

export const Municipality = z.strictObject({ code, issuer: z.string() }).meta({ id: 'Municipality' });

const tenYears = 10 * 366 * 86_400_000;

export const SetClock = z
  .strictObject({ offsetMs: z.int().min(-tenYears).max(tenYears).describe('Milliseconds ahead of real time.') })
  .meta({ id: 'SetClock', examples: [{ offsetMs: 86_400_000 }] });

export const MunicipalityClock = z.strictObject({ code, now: z.iso.datetime() }).meta({ id: 'MunicipalityClock' });

export const DeadLetterView = z
  .strictObject({
    id: z.uuid(),
    municipality: code,
    source: z.string(),
    orderKey: z.string(),
    seq: z.int(),
    type: z.string(),
    reason: z.string(),
    tries: z.int(),
    parkedAt: z.string(),
  })
  .meta({ id: 'DeadLetter' });

export const DeadLetterWithEvent = DeadLetterView.extend({
  event: z.record(z.string(), z.unknown()).describe('The CloudEvent: ids, codes and dates only.'),
}).meta({ id: 'DeadLetterWithEvent' });

export const Republish = z
  .strictObject({ since: z.iso.datetime().describe('Publish again what was recorded from this instant on.') })
  .meta({ id: 'Republish', examples: [{ since: '2026-11-01T00:00:00Z' }] });

export const Republished = z.strictObject({ events: z.int().nonnegative() }).meta({ id: 'Republished' });
