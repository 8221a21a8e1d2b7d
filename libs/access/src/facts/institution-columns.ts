/**
 * SQL by which the facts of access tell an institution and whose it is (docs/access.md 1.2, 1.3), for a migration after that
 * of `factsTables`. What the release before writes meanwhile marks no unit.
 */
export const institutionColumns = `
  ALTER TABLE helhed.unit_replica ADD COLUMN institution boolean NOT NULL DEFAULT false;
  ALTER TABLE helhed.relation_replica
    ALTER COLUMN function DROP NOT NULL,
    DROP CONSTRAINT relation_replica_kind_check,
    DROP CONSTRAINT relation_replica_check,
    ADD CONSTRAINT relation_replica_kind CHECK (kind IN ('coordinator', 'team', 'contact', 'partner', 'institution')),
    ADD CONSTRAINT relation_replica_names CHECK (
      (kind IN ('partner', 'institution')) = (sub IS NULL) AND (kind = 'institution') = (function IS NULL));
`;
