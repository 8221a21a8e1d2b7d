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
        PRIMARY KEY (municipality, order_key, incarnation, seq, recorded_at)`,
    })}
    CREATE INDEX outbox_unpublished ON helhed.outbox (id) WHERE published_at IS NULL;
    CREATE INDEX outbox_published ON helhed.outbox (stream_seq);
    CREATE TABLE helhed.outbox_rest PARTITION OF helhed.outbox DEFAULT;
    ${partitions(roles)}

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
    CREATE INDEX parked_event_due ON helhed.parked_event (retry_at) WHERE state = 'waiting';
  `;
}

/** Published rows stay 90 days, in a partition a month, to refill the bus; whole months are then dropped. */
function partitions(roles: Roles): string {
  return `
    CREATE FUNCTION helhed.keep_outbox_partitions(at timestamptz DEFAULT clock_timestamp()) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
      month date;
      part record;
      unpublished boolean;
    BEGIN
      -- app and worker roles meet only the parent, whose policies bind; a partition grants nothing
      FOR month IN SELECT generate_series(date_trunc('month', at), date_trunc('month', at) + interval '2 months', '1 month') LOOP
        IF to_regclass('helhed.outbox_' || to_char(month, 'YYYYMM')) IS NULL THEN
          EXECUTE format('CREATE TABLE helhed.%I PARTITION OF helhed.outbox FOR VALUES FROM (%L) TO (%L)',
            'outbox_' || to_char(month, 'YYYYMM'), month, month + interval '1 month');
        END IF;
      END LOOP;
      FOR part IN SELECT relname FROM pg_catalog.pg_class
        WHERE relnamespace = 'helhed'::regnamespace AND relname ~ '^outbox_[0-9]{6}$' AND relkind = 'r'
          AND to_date(right(relname, 6), 'YYYYMM') + interval '1 month' < at - interval '90 days' LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM helhed.%I WHERE published_at IS NULL)', part.relname) INTO unpublished;
        IF NOT unpublished THEN EXECUTE format('DROP TABLE helhed.%I', part.relname); END IF;
      END LOOP;
    END $$;
    GRANT EXECUTE ON FUNCTION helhed.keep_outbox_partitions(timestamptz) TO ${roles.worker};
    SELECT helhed.keep_outbox_partitions();
  `;
}
