import { tenantTable, type Roles } from './tenant-table.js';

/**
 * What makes the access log a log of looks: what each showed and why, and a number without a gap, given when the row is
 * shipped to the central register. A number given by the request itself would hold one lock per municipality through
 * every commit. Nobody changes a row: the app role may call `number_log`, which numbers the unnumbered, and
 * `forget_log`, which drops shipped rows that are old. Databases made before this get it from a migration; those made
 * since have it already, and it is skipped.
 */
export const lookUpLog = (roles: Roles): string => `
  DO $do$ BEGIN
    IF to_regclass('helhed.log_number') IS NULL THEN
      EXECUTE $look_up_log$ ${columns(roles)} ${functions(roles)} $look_up_log$;
    END IF;
  END $do$;
`;

/** What each row showed of which of its subjects; null in rows of a release that did not tell them apart. */
export const shownOfSubjects = `
  ALTER TABLE helhed.access_log ADD COLUMN IF NOT EXISTS shown jsonb;
`;

const columns = (roles: Roles): string => `
  ALTER TABLE helhed.access_log
    ADD COLUMN look_up_id uuid,
    ADD COLUMN purposes text[] NOT NULL DEFAULT '{}',
    ADD COLUMN categories text[] NOT NULL DEFAULT '{}',
    ADD COLUMN bases text[] NOT NULL DEFAULT '{}',
    ADD COLUMN refused boolean NOT NULL DEFAULT false,
    ADD COLUMN incarnation uuid,
    ADD COLUMN seq bigint;
  -- for rows of a release that does not know the column; those that are there need no rewriting
  ALTER TABLE helhed.access_log ALTER COLUMN look_up_id SET DEFAULT uuidv7();
  CREATE INDEX access_log_unnumbered ON helhed.access_log (municipality, id) WHERE seq IS NULL;
  CREATE INDEX access_log_recorded ON helhed.access_log (municipality, recorded_at);
  -- which municipalities have rows to ship, and nothing of what is in them
  CREATE POLICY worker ON helhed.access_log FOR SELECT TO ${roles.worker} USING (true);
  GRANT SELECT (municipality, id, seq, recorded_at) ON helhed.access_log TO ${roles.worker};
  ${tenantTable(roles, {
    name: 'helhed.log_number',
    app: 'SELECT',
    columns:
      'one_row boolean NOT NULL DEFAULT true CHECK (one_row), last_seq bigint NOT NULL DEFAULT 0, PRIMARY KEY (municipality, one_row)',
  })}
`;

const functions = (roles: Roles): string => `
  CREATE FUNCTION helhed.number_log(most_rows integer, most_subjects integer) RETURNS SETOF helhed.access_log
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
  DECLARE
    last bigint;
    due bigint[];
    given bigint;
  BEGIN
    INSERT INTO helhed.log_number (municipality) VALUES (helhed.tenant()) ON CONFLICT DO NOTHING;
    -- one at a time: two instances number one row after another
    SELECT last_seq INTO last FROM helhed.log_number WHERE municipality = helhed.tenant() FOR UPDATE;
    SELECT array_agg(d.id ORDER BY d.id) INTO due FROM (
      SELECT l.id, row_number() OVER w AS place, sum(cardinality(l.subjects)) OVER w AS size
      FROM (SELECT o.id, o.subjects FROM helhed.access_log o
        WHERE o.municipality = helhed.tenant() AND o.seq IS NULL ORDER BY o.id LIMIT most_rows) l
      WINDOW w AS (ORDER BY l.id)) d
    WHERE d.place = 1 OR d.size <= most_subjects;
    -- no join: before the table is analysed, each row would be compared with each
    RETURN QUERY
      WITH numbered AS (
        UPDATE helhed.access_log l SET seq = last + array_position(due, l.id), incarnation = helhed.incarnation(),
          look_up_id = coalesce(l.look_up_id, uuidv7())
        WHERE l.municipality = helhed.tenant() AND l.id = ANY (due)
        RETURNING l.*
      )
      SELECT * FROM numbered n ORDER BY n.seq;
    GET DIAGNOSTICS given = ROW_COUNT;
    UPDATE helhed.log_number SET last_seq = last + given WHERE municipality = helhed.tenant();
  END $$;
  CREATE FUNCTION helhed.forget_log(before timestamptz, most_rows integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
  DECLARE
    gone integer;
  BEGIN
    DELETE FROM helhed.access_log l WHERE l.municipality = helhed.tenant() AND l.id = ANY (ARRAY(
      SELECT o.id FROM helhed.access_log o
      WHERE o.municipality = helhed.tenant() AND o.recorded_at < before AND o.seq IS NOT NULL LIMIT most_rows));
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;
  REVOKE ALL ON FUNCTION helhed.number_log(integer, integer), helhed.forget_log(timestamptz, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION helhed.number_log(integer, integer), helhed.forget_log(timestamptz, integer) TO ${roles.app};
`;
