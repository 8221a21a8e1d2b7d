import { frame } from '@helhed/access';
import { code, date, id, relationKind, sub } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Relation } from './relation.js';

const example = {
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  programme: 'nyborg-familiestue',
  kind: 'coordinator' as const,
  sub: '5b0c1a9e-7a57-4a3c-9a4d-0d6c7f6f2a11',
  unit: 'familieafdelingen',
  function: 'family-coordinator',
  from: '2026-09-14',
};

export const SetRelation = z
  .strictObject({
    familyId: id.toLowerCase(),
    programme: code.describe('The programme whose things the relation reaches.'),
    kind: relationKind,
    sub: sub
      .optional()
      .describe(
        'Who, by the account in Keycloak; not for a partner, who is a function in a unit, nor for an institution.',
      ),
    unit: code,
    function: code.optional().describe('Not for an institution, which is a unit.'),
    personId: id.toLowerCase().optional().describe('The child who attends the institution; for no other kind.'),
    from: date.optional().describe('Today unless given.'),
    to: date.optional().describe('The first day on which it no longer holds.'),
  })
  .meta({ id: 'SetRelation', examples: [example] });
export type SetRelation = z.infer<typeof SetRelation>;

export const RelationView = frame(
  z
    .strictObject({
      id,
      familyId: id,
      programme: code,
      kind: relationKind,
      sub: z.string().nullable(),
      unit: code,
      function: code.nullable(),
      from: date,
      to: date.nullable(),
      version: z.int().positive(),
    })
    .meta({ id: 'Relation' }),
);
export type RelationView = z.infer<typeof RelationView>;
export const RelationPage = pageOf(RelationView);
export const RelationQuery = pageQuery({});
export type RelationQuery = z.infer<typeof RelationQuery>;

export const toRelationView = (relation: Relation): RelationView => ({
  id: relation.id,
  familyId: relation.familyId,
  programme: relation.programme,
  kind: relation.kind,
  sub: relation.sub,
  unit: relation.unit,
  function: relation.function,
  from: relation.from,
  to: relation.to,
  version: relation.version,
});

export const relationExample: RelationView = {
  id: '0198a1b2-0000-7000-8000-000000000051',
  ...example,
  to: null,
  version: 1,
};
