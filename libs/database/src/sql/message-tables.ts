import { outboxPartitions } from './outbox-partitions.js';
import { tenantTable, type Roles } from './tenant-table.js';

/**
 * The outbox and the inbox. An event's row is written in the change's own transaction and numbered from a row locked in
 * it; the inbox keeps, for each source and key, the last number applied; what cannot be applied yet is parked.
 */
export function messageTables(roles: Roles): string {
  return `
    CREATE TABLE helhed.relay (
      one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
      incarnation uuid NOT NULL DEFAULT uuidv7(),
      leader_pid integer,
      heartbeat timestamptz,
      stream_created text,
      server_id text
    );
    INSERT INTO helhed.relay DEFAULT VALUES;
    GRANT SELECT, UPDATE ON helhed.relay TO ${roles.worker};
    CREATE FUNCTION helhed.incarnation() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
      $$ SELECT incarnation FROM helhed.relay $$;
    GRANT EXECUTE ON FUNCTION helhed.incarnation() TO ${roles.app}, ${roles.worker};

    ${tenantTable(roles, {
      name: 'helhed.order_key',
      workers: true,
      columns: `
        order_key text NOT NULL,
        incarnation uuid NOT NULL,
        last_seq bigint NOT NULL,
        PRIMARY KEY (municipality, order_key)`,
    })}
    ${tenantTable(roles, {
      name: 'helhed.outbox',
      workers: true,
      app: 'SELECT, INSERT',
      partitionBy: 'RANGE (recorded_at)',
      columns: `
        id bigint GENERATED ALWAYS AS IDENTITY,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        event_id uuid NOT NULL,
        type text NOT NULL,
        order_key text NOT NULL,
        incarnation uuid NOT NULL,
        seq bigint NOT NULL,
        occurred_at timestamptz NOT NULL,
        traceparent text,
        data jsonb NOT NULL,
        published_at timestamptz,
        stream_seq bigint,
        asked integer NOT NULL DEFAULT 0,
        set_aside text,
        PRIMARY KEY (municipality, order_key, incarnation, seq, recorded_at)`,
    })}
    CREATE INDEX outbox_unpublished ON helhed.outbox (id) WHERE published_at IS NULL;
    CREATE INDEX outbox_set_aside ON helhed.outbox (id) WHERE set_aside IS NOT NULL;
    CREATE INDEX outbox_published ON helhed.outbox (stream_seq);
    CREATE TABLE helhed.outbox_rest PARTITION OF helhed.outbox DEFAULT;
    ${outboxPartitions(roles)}

    ${tenantTable(roles, {
      name: 'helhed.inbox',
      workers: true,
      columns: `
        source text NOT NULL,
        order_key text NOT NULL,
        incarnation uuid NOT NULL,
        last_seq bigint NOT NULL DEFAULT 0,
        parked integer NOT NULL DEFAULT 0,
        asked_at timestamptz,
        PRIMARY KEY (municipality, source, order_key)`,
    })}
    CREATE INDEX inbox_parked ON helhed.inbox (source) WHERE parked > 0;
    ${tenantTable(roles, {
      name: 'helhed.parked_event',
      workers: true,
      columns: `
        source text NOT NULL,
        order_key text NOT NULL,
        incarnation uuid NOT NULL,
        seq bigint NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        state text NOT NULL CHECK (state IN ('waiting', 'dead')),
        tries integer NOT NULL DEFAULT 0,
        reason text NOT NULL,
        event jsonb NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        retry_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (municipality, source, order_key, incarnation, seq)`,
    })}
    CREATE INDEX parked_event_waiting ON helhed.parked_event (parked_at) WHERE state = 'waiting';
    CREATE INDEX parked_event_dead ON helhed.parked_event (id) WHERE state = 'dead';
  `;
}
