import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('reporting');
/** Class of the advisory locks that appending transactions share and a rebuild's last step takes alone; never changed. */
const appendLock = 4501;

/** What figures are counted from. Rows carry a generation: a rebuild makes the next one beside the one that is read. */
export class ReadModels1763000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rebuilds);
    await runner.query(appending);
    await runner.query(journeys);
    await runner.query(others);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE held_session, enrolment, journey; DROP FUNCTION append_fact, current_generation; DROP TABLE rebuild',
    );
  }
}

const rebuilds = [
  tenantTable(roles, {
    name: 'rebuild',
    workers: true,
    columns: `
      generation integer NOT NULL,
      state text NOT NULL CHECK (state IN ('building', 'sweeping', 'done')),
      facts_total integer NOT NULL,
      facts_read integer NOT NULL DEFAULT 0,
      cursor bigint NOT NULL DEFAULT 0,
      watermark bigint NOT NULL DEFAULT 0,
      started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      heartbeat timestamptz NOT NULL DEFAULT clock_timestamp(),
      finished_at timestamptz,
      PRIMARY KEY (municipality, generation)`,
  }),
  `CREATE UNIQUE INDEX rebuild_under_way ON rebuild (municipality) WHERE state <> 'done';
   -- STABLE, so that a statement that reads several tables reads one generation of them all
   CREATE FUNCTION current_generation() RETURNS integer LANGUAGE sql STABLE AS $$
     SELECT coalesce(max(generation), 0) FROM rebuild WHERE municipality = helhed.tenant() AND state <> 'building'
   $$;`,
].join('');

// One round trip for three statements, each with a snapshot of its own: the generation is looked up after the lock is held.
const appending = `
  CREATE FUNCTION append_fact(uuid, text, text, text, uuid, bigint, timestamptz, jsonb) RETURNS integer LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(${appendLock}, helhed.tenant()::int);
    INSERT INTO fact (municipality, event_id, type, source, order_key, incarnation, seq, occurred_at, data)
      VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality, event_id) DO NOTHING;
    RETURN CASE WHEN FOUND THEN current_generation() END;
  END $$;`;

const journeys = [
  tenantTable(roles, {
    name: 'journey',
    columns: `
      generation integer NOT NULL,
      referral_id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      programme_version integer,
      referring_unit text,
      received_on date,
      accepted_on date,
      declined_on date,
      decline_reason text,
      waiting_since date,
      waiting_ended_on date,
      assigned_on date,
      waiting_days integer,
      withdrawn_on date,
      withdraw_reason text,
      closed_on date,
      outcome text,
      PRIMARY KEY (municipality, generation, referral_id)`,
  }),
  `CREATE INDEX journey_received ON journey (municipality, generation, programme, received_on);
   CREATE INDEX journey_accepted ON journey (municipality, generation, programme, accepted_on) WHERE accepted_on IS NOT NULL;
   CREATE INDEX journey_declined ON journey (municipality, generation, programme, declined_on, decline_reason) WHERE declined_on IS NOT NULL;
   CREATE INDEX journey_waiting ON journey (municipality, generation, programme, waiting_since, waiting_ended_on) WHERE waiting_since IS NOT NULL;
   CREATE INDEX journey_assigned ON journey (municipality, generation, programme, assigned_on, waiting_days) WHERE assigned_on IS NOT NULL;
   CREATE INDEX journey_withdrawn ON journey (municipality, generation, programme, withdrawn_on, withdraw_reason) WHERE withdrawn_on IS NOT NULL;`,
].join('');

const others = [
  tenantTable(roles, {
    name: 'enrolment',
    columns: `
      generation integer NOT NULL,
      enrolment_id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      enrolled_on date NOT NULL,
      PRIMARY KEY (municipality, generation, enrolment_id)`,
  }),
  tenantTable(roles, {
    name: 'held_session',
    columns: `
      generation integer NOT NULL,
      session_id uuid NOT NULL,
      programme text NOT NULL,
      kind text NOT NULL,
      held_on date NOT NULL,
      PRIMARY KEY (municipality, generation, session_id)`,
  }),
  `CREATE INDEX enrolment_on ON enrolment (municipality, generation, programme, enrolled_on, family_id, enrolment_id);
   CREATE INDEX held_session_on ON held_session (municipality, generation, programme, kind, held_on);`,
].join('');
