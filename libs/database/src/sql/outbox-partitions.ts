import type { Roles } from './tenant-table.js';

/**
 * The outbox's partitions, one a month in UTC: this month's and the next two are there before they are needed. Rows that
 * came while a month had none lie in the default partition, and are moved into their month's when it is made; PostgreSQL
 * would refuse the month for ever otherwise. Published rows stay 90 days, to refill the bus; a whole month is dropped
 * when all of it is older and published. A lock that does not come soon is given up: commands must not queue behind it.
 */
export function outboxPartitions(roles: Roles): string {
  return `
    CREATE FUNCTION helhed.keep_outbox_partitions(at timestamptz DEFAULT clock_timestamp()) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC' SET lock_timeout = '2s' AS $$
    DECLARE
      month timestamptz;
      name text;
      part record;
      unpublished boolean;
    BEGIN
      -- app and worker roles meet only the parent, whose policies bind; a partition grants nothing
      FOR month IN
        SELECT generate_series(date_trunc('month', at), date_trunc('month', at) + interval '2 months', '1 month')
        UNION SELECT date_trunc('month', recorded_at) FROM helhed.outbox_rest
        ORDER BY 1 LOOP
        name := 'outbox_' || to_char(month, 'YYYYMM');
        CONTINUE WHEN to_regclass('helhed.' || name) IS NOT NULL;
        EXECUTE format('CREATE TABLE helhed.%I (LIKE helhed.outbox INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
        LOCK TABLE helhed.outbox_rest IN ACCESS EXCLUSIVE MODE;
        EXECUTE format('WITH moved AS (DELETE FROM helhed.outbox_rest WHERE recorded_at >= %L AND recorded_at < %L RETURNING *)
          INSERT INTO helhed.%I SELECT * FROM moved', month, month + interval '1 month', name);
        EXECUTE format('ALTER TABLE helhed.outbox ATTACH PARTITION helhed.%I FOR VALUES FROM (%L) TO (%L)',
          name, month, month + interval '1 month');
      END LOOP;
      FOR part IN SELECT relname FROM pg_catalog.pg_class
        WHERE relnamespace = 'helhed'::regnamespace AND relname ~ '^outbox_[0-9]{6}$' AND relkind = 'r'
          AND to_date(right(relname, 6), 'YYYYMM') + interval '1 month' < at - interval '90 days' LOOP
        -- nothing may be unmarked between the look and the drop
        LOCK TABLE ONLY helhed.outbox IN ACCESS EXCLUSIVE MODE;
        EXECUTE format('SELECT EXISTS (SELECT FROM helhed.%I WHERE published_at IS NULL)', part.relname) INTO unpublished;
        IF NOT unpublished THEN EXECUTE format('DROP TABLE helhed.%I', part.relname); END IF;
      END LOOP;
    END $$;
    GRANT EXECUTE ON FUNCTION helhed.keep_outbox_partitions(timestamptz) TO ${roles.worker};
    SELECT helhed.keep_outbox_partitions();
  `;
}

/** SQL: who may write to the outbox may not drop its months. */
export const partitionsForWorkersOnly = (roles: Roles): string =>
  `REVOKE ALL ON FUNCTION helhed.keep_outbox_partitions(timestamptz) FROM PUBLIC, ${roles.app};`;
