import { code, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { StaffMember } from './staff-member.js';

export const AddStaff = z
  .strictObject({
    sub: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[\w.:@-]+$/)
      .describe("The person's subject in the municipality's Keycloak realm."),
    unit: code,
    function: code
      .default('group-leader')
      .describe('What the person does in a group, as programme definitions name it: `group.staff.function`.'),
    name: z.string().trim().min(1).max(200),
  })
  .meta({
    id: 'AddStaff',
    examples: [{ sub: '5b0c1a9e-7a57-4a3c-9a4d-0d6c7f6f2a11', unit: 'familiestuen', name: 'Sanne Storm' }],
  });
export type AddStaff = z.infer<typeof AddStaff>;

export const StaffView = z
  .strictObject({ id, sub: z.string(), unit: code, function: code, name: z.string(), version: z.int().positive() })
  .meta({ id: 'Staff' });
export type StaffView = z.infer<typeof StaffView>;
export const StaffPage = pageOf(StaffView);
export const StaffQuery = pageQuery({ unit: code.optional().describe('A programme lead may ask for one unit.') });
export type StaffQuery = z.infer<typeof StaffQuery>;

export const toStaffView = ({ id: staff, sub, unit, function: does, name, version }: StaffMember): StaffView => ({
  id: staff,
  sub,
  unit,
  function: does,
  name,
  version,
});

export const staffExample: StaffView = {
  id: '0198a1b2-0000-7000-8000-000000000002',
  sub: '5b0c1a9e-7a57-4a3c-9a4d-0d6c7f6f2a11',
  unit: 'familiestuen',
  function: 'group-leader',
  name: 'Sanne Storm',
  version: 1,
};
