import type { Roles } from '@helhed/database';

const insideParent = 'u.inside_parent AND NOT u.outside AND u.parent IS NOT NULL';

/**
 * The units of a unit's disclosure area: up to the area's own unit, then down (docs/access.md 1.2). Units come from
 * Keycloak one by one: where they make a ring meanwhile, each is an area of its own.
 */
export const sameArea = ({ app }: Roles): string => `
  CREATE FUNCTION helhed.same_area(unit text) RETURNS text[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up(code) AS (
      SELECT unit
      UNION SELECT u.parent FROM up JOIN helhed.unit_replica u ON u.code = up.code WHERE ${insideParent}
    ), down(code) AS (
      SELECT up.code FROM up
      WHERE NOT EXISTS (SELECT FROM helhed.unit_replica u WHERE u.code = up.code AND ${insideParent})
      UNION SELECT u.code FROM down JOIN helhed.unit_replica u ON u.parent = down.code
      WHERE u.inside_parent AND NOT u.outside
    )
    SELECT coalesce(array_agg(code), '{}') FROM (SELECT code FROM down UNION SELECT unit) AS area WHERE code IS NOT NULL
  $$;
  GRANT EXECUTE ON FUNCTION helhed.same_area(text) TO ${app};
`;
