import { frame } from '@helhed/access';
import { code, date, id, sub } from '@helhed/contracts';
import { z } from 'zod';
import type { Clearance } from './clearance.js';

const example = {
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  sub: '5b0c1a9e-7a57-4a3c-9a4d-0d6c7f6f2a11',
  unit: 'familiestuen',
  function: 'group-leader',
  from: '2026-10-05',
  to: '2026-12-05',
};

export const GiveClearance = z
  .strictObject({
    familyId: id.toLowerCase(),
    sub: sub.describe('The employee who is cleared, by the account in Keycloak.'),
    unit: code,
    function: code.describe('The function, in the unit, that the employee is cleared in.'),
    from: date.optional().describe('Today unless given.'),
    to: date.describe('The first day on which it no longer holds.'),
  })
  .meta({ id: 'GiveClearance', examples: [example] });
export type GiveClearance = z.infer<typeof GiveClearance>;

export const ClearanceView = frame(
  z
    .strictObject({
      id,
      familyId: id,
      sub: z.string(),
      unit: code,
      function: code,
      from: date,
      to: date,
      version: z.int().positive(),
    })
    .meta({ id: 'Clearance' }),
);
export type ClearanceView = z.infer<typeof ClearanceView>;

export const toClearanceView = (clearance: Clearance): ClearanceView => ({
  id: clearance.id,
  familyId: clearance.familyId,
  sub: clearance.sub,
  unit: clearance.unit,
  function: clearance.function,
  from: clearance.from,
  to: clearance.to,
  version: clearance.version,
});

export const clearanceExample: ClearanceView = {
  id: '0198a1b2-0000-7000-8000-000000000053',
  ...example,
  version: 1,
};
