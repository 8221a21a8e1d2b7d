import type { Roles } from '@helhed/database';

/**
 * SQL: what is remarkable about a look on its day: an employee's at the own person (`own`), a declared relative
 * (`relative`), or somebody who works in the same unit (`colleague`). Of a family, its members count. Nothing while the
 * facts are not kept here.
 */
export const lookUpFlags = (roles: Roles): string => `
  CREATE FUNCTION look_up_flags(who text, in_unit text, about uuid[], day date) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
  DECLARE
    persons uuid[];
    found_flags text[];
  BEGIN
    IF to_regclass('helhed.barred_person') IS NULL OR to_regclass('helhed.unit_member') IS NULL OR cardinality(about) = 0 THEN
      RETURN '{}';
    END IF;
    SELECT array_agg(p) INTO persons FROM (
      SELECT unnest(about) AS p UNION
      SELECT m.person_id FROM family_member m WHERE m.municipality = helhed.tenant() AND m.family_id = ANY (about)) all_of_them;
    SELECT coalesce(array_agg(DISTINCT f.flag ORDER BY f.flag), '{}') INTO found_flags FROM (
      SELECT CASE WHEN b.sub <> who THEN 'colleague' WHEN b.kind = 'own-person' THEN 'own' ELSE 'relative' END AS flag
      FROM helhed.barred_person b
      WHERE b.municipality = helhed.tenant() AND b.person_id = ANY (persons)
        AND b.from_date <= day AND (b.to_date IS NULL OR day < b.to_date)
        AND (b.sub = who OR (b.kind = 'own-person' AND EXISTS (
          SELECT FROM helhed.unit_member u
          WHERE u.municipality = b.municipality AND u.unit = in_unit AND u.sub = b.sub)))) f;
    RETURN found_flags;
  END $$;
  GRANT EXECUTE ON FUNCTION look_up_flags(text, text, uuid[], date) TO ${roles.app};
`;

/**
 * SQL: takes content, salt and subjects of old rows away; place, commitment and link stay. Whoever has the service's own
 * role cannot empty the register with it: what was told in the last year stays. @returns how many rows
 */
export const eraseLookUps = (roles: Roles): string => `
  CREATE OR REPLACE FUNCTION erase_look_ups(before timestamptz, most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
  DECLARE
    erased bigint[];
  BEGIN
    IF before > helhed.now() - interval '1 year' THEN RAISE EXCEPTION 'looks of the last year are kept'; END IF;
    WITH old AS (
      SELECT l.pos FROM public.look_up l
      WHERE l.municipality = helhed.tenant() AND l.salt IS NOT NULL AND l.at < before ORDER BY l.at LIMIT most
    ), gone AS (
      UPDATE public.look_up l SET salt = NULL, at = NULL, kind = NULL, act = NULL, subjects = NULL, actor = NULL, sub = NULL,
        azp = NULL, unit = NULL, function = NULL, purposes = NULL, categories = NULL, bases = NULL, shown = NULL, refused = NULL, flags = NULL
      FROM old WHERE l.municipality = helhed.tenant() AND l.pos = old.pos RETURNING l.pos, l.id
    ), subjects AS (
      DELETE FROM public.look_up_subject s USING gone g WHERE s.municipality = helhed.tenant() AND s.pos = g.pos
    ), deferred_anew AS (
      DELETE FROM public.look_up_deferral_anew d USING gone g WHERE d.municipality = helhed.tenant() AND d.look_up_id = g.id
    ), deferrals AS (
      DELETE FROM public.look_up_deferral d USING gone g WHERE d.municipality = helhed.tenant() AND d.look_up_id = g.id
    ), employees AS (
      DELETE FROM public.look_up_employee e USING gone g WHERE e.municipality = helhed.tenant() AND e.look_up_id = g.id
    ), reviews AS (
      DELETE FROM public.look_up_review r USING gone g WHERE r.municipality = helhed.tenant() AND r.look_up_id = g.id
    )
    SELECT array_agg(pos) INTO erased FROM gone;
    RETURN coalesce(cardinality(erased), 0);
  END $$;
  REVOKE ALL ON FUNCTION erase_look_ups(timestamptz, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_look_ups(timestamptz, integer) TO ${roles.app};
`;
