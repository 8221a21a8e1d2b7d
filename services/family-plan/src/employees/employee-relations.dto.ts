import { frame } from '@helhed/access';
import { date, employeeRelationKind, id, sub } from '@helhed/contracts';
import { isCpr } from '@helhed/kernel';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';
import type { EmployeeRelation } from './employee-relation.js';

const account = '5b0c1a9e-7a57-4a3c-9a4d-0d6c7f6f2a11';

export const SetEmployeeRelation = z
  .strictObject({
    sub: sub.describe("The employee's account in the municipality's Keycloak realm."),
    kind: employeeRelationKind.describe(
      'The employee is the person, or is disqualified for that person’s case: a relative, or for another ground, which is not kept.',
    ),
    cpr: z
      .string()
      .max(20)
      .refine(isCpr, rule('cpr-invalid', 'Ikke et CPR-nummer.', 'Not a CPR number.'))
      .describe('Ten digits, with or without a hyphen. Kept encrypted, never shown again.'),
    from: date.optional().describe('Today unless given.'),
    to: date.optional().describe('The first day on which it no longer holds.'),
  })
  .meta({ id: 'SetEmployeeRelation', examples: [{ sub: account, kind: 'own-person', cpr: '7204911234' }] });
export type SetEmployeeRelation = z.infer<typeof SetEmployeeRelation>;

/** The same whether the person is known here or not. */
export const EmployeeRelationView = frame(
  z
    .strictObject({
      id,
      sub: z.string(),
      kind: employeeRelationKind,
      from: date,
      to: date.nullable(),
      version: z.int().positive(),
    })
    .meta({ id: 'EmployeeRelation' }),
);
export type EmployeeRelationView = z.infer<typeof EmployeeRelationView>;
export const EmployeeRelationPage = pageOf(EmployeeRelationView);
export const EmployeeRelationQuery = pageQuery({ sub: sub.optional().describe('Of this employee only.') });
export type EmployeeRelationQuery = z.infer<typeof EmployeeRelationQuery>;

export const toEmployeeRelationView = (relation: EmployeeRelation): EmployeeRelationView => ({
  id: relation.id,
  sub: relation.sub,
  kind: relation.kind,
  from: relation.from,
  to: relation.to,
  version: relation.version,
});

export const employeeRelationExample: EmployeeRelationView = {
  id: '0198a1b2-0000-7000-8000-000000000052',
  sub: account,
  kind: 'own-person',
  from: '2026-09-14',
  to: null,
  version: 1,
};
