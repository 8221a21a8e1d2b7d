import { catchUpColumns } from './catch-up-columns.js';
import { lookUpLog, shownOfSubjects } from './look-up-log.js';
import { messageTables } from './message-tables.js';
import { rolesOf, tenantTable } from './tenant-table.js';

/**
 * What every service's database has besides its own tables, in schema `helhed`: the municipalities it serves, the
 * functions that row level security and the clock stand on, the access log, idempotency and the message tables.
 */
export function platformTables(service: string): string {
  const roles = rolesOf(service);
  return `
    CREATE SCHEMA IF NOT EXISTS helhed;
    GRANT USAGE ON SCHEMA helhed TO ${roles.app}, ${roles.worker}, ${roles.backup};
    ${tenancy(roles)}
    ${tenantTable(roles, {
      name: 'helhed.access_log',
      app: 'SELECT, INSERT',
      columns: `
        id bigint GENERATED ALWAYS AS IDENTITY,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        occurred_at timestamptz NOT NULL,
        kind text NOT NULL CHECK (kind IN ('command', 'look')),
        act text NOT NULL,
        subjects uuid[] NOT NULL,
        actor_kind text NOT NULL,
        actor_sub text NOT NULL,
        azp text NOT NULL,
        unit text,
        function text,
        request_id text NOT NULL,
        traceparent text,
        PRIMARY KEY (municipality, id)`,
    })}
    ${tenantTable(roles, {
      name: 'helhed.idempotency',
      workers: true,
      columns: `
        key_hash bytea NOT NULL,
        body_hmac bytea NOT NULL,
        ids jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (municipality, key_hash)`,
    })}
    CREATE INDEX ON helhed.idempotency (recorded_at);
    ${messageTables(roles)}
    ${catchUpColumns}
    ${lookUpLog(roles)}
    ${shownOfSubjects}
  `;
}

function tenancy(roles: ReturnType<typeof rolesOf>): string {
  return `
    CREATE FUNCTION helhed.tenant() RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
    DECLARE code text := current_setting('helhed.municipality', true);
    BEGIN
      -- after a transaction that set it the setting is empty, not absent: both mean nobody
      IF code IS NULL OR code = '' THEN
        RAISE EXCEPTION 'no municipality has been entered' USING ERRCODE = 'HH001';
      END IF;
      RETURN code;
    END $$;
    CREATE TABLE helhed.municipality (
      code text PRIMARY KEY CHECK (code ~ '^[0-9]{4}$'),
      issuer text NOT NULL UNIQUE,
      clock_offset_ms bigint NOT NULL DEFAULT 0,
      registered_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    ALTER TABLE helhed.municipality ENABLE ROW LEVEL SECURITY;
    ALTER TABLE helhed.municipality FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON helhed.municipality FOR SELECT USING (code = (SELECT helhed.tenant()));
    CREATE POLICY worker ON helhed.municipality TO ${roles.worker} USING (true) WITH CHECK (true);
    GRANT SELECT ON helhed.municipality TO ${roles.app};
    GRANT SELECT, INSERT, UPDATE ON helhed.municipality TO ${roles.worker};
    -- the one clock: real time plus the municipality's offset (zero outside demonstrations)
    CREATE FUNCTION helhed.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
      SELECT clock_timestamp() + make_interval(secs => coalesce(
        (SELECT clock_offset_ms FROM helhed.municipality WHERE code = helhed.tenant()), 0) / 1000.0)
    $$;
    CREATE FUNCTION helhed.enter(code text) RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      PERFORM set_config('helhed.municipality', code, true);
      RETURN helhed.now();
    END $$;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA helhed TO ${roles.app}, ${roles.worker};
  `;
}
