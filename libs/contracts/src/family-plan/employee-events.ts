import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, sub } from '../fields.js';

export const employeeRelationKind = z.enum(['own-person', 'relative']);
export type EmployeeRelationKind = z.infer<typeof employeeRelationKind>;

export const EmployeeRelationSet = defineEvent({
  context: 'family-plan',
  name: 'employee-relation-set',
  version: 1,
  orderKey: 'personId',
  description: {
    da: 'En medarbejder er, eller er pårørende til, en person, der er kendt her.',
    en: 'An employee is, or is a relative of, a person who is known here.',
  },
  data: { relationId: id, personId: id, sub, kind: employeeRelationKind, from: date, to: date.nullable() },
});

export const EmployeeRelationEnded = defineEvent({
  context: 'family-plan',
  name: 'employee-relation-ended',
  version: 1,
  orderKey: 'personId',
  description: {
    da: 'Medarbejderens tilknytning til personen ophører.',
    en: 'The employee’s relation to the person ends.',
  },
  data: { relationId: id, personId: id, to: date },
});

export const ClearanceGiven = defineEvent({
  context: 'family-plan',
  name: 'clearance-given',
  version: 1,
  description: {
    da: 'En medarbejder er godkendt til en kollegas sag i en periode.',
    en: 'An employee was cleared for a colleague’s record for a period.',
  },
  data: { clearanceId: id, familyId: id, sub, unit: code, function: code, from: date, to: date },
});

export const ClearanceEnded = defineEvent({
  context: 'family-plan',
  name: 'clearance-ended',
  version: 1,
  description: { da: 'Godkendelsen ophører før tid.', en: 'The clearance ends before its time.' },
  data: { clearanceId: id, familyId: id, to: date },
});
