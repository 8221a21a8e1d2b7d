import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was given out of families' calendars, and cannot be called back: by ids and days. */
export class Deliveries1763000000914 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tenantTable(rolesOf('scheduling'), { name: 'delivery', columns }));
    await runner.query('CREATE INDEX delivery_family ON delivery (municipality, family_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery');
  }
}

// Of an invitation, the day, time and SEQUENCE are those that were told last: its CANCEL tells no other.
const columns = `
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'feed')),
  family_id uuid NOT NULL,
  feed_id uuid,
  session_id uuid,
  unit text,
  function text,
  first_on date NOT NULL,
  last_on date NOT NULL,
  times integer NOT NULL CHECK (times > 0),
  local_date date,
  start_time text,
  sequence integer,
  cancelled_at timestamptz,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, feed_id),
  UNIQUE (municipality, family_id, session_id, unit, function),
  FOREIGN KEY (municipality, feed_id) REFERENCES feed (municipality, id),
  FOREIGN KEY (municipality, session_id) REFERENCES appointment (municipality, id),
  CHECK (CASE kind WHEN 'feed' THEN feed_id IS NOT NULL AND num_nonnulls(session_id, unit, function) = 0
    ELSE feed_id IS NULL AND num_nulls(session_id, unit, function, local_date, start_time, sequence) = 0 END)`;
