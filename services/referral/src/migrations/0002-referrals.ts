import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('referral');

/** The catalogue; referrals with their intake and history. */
export class Referrals1763000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(catalogue);
    await runner.query(referrals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE referral_step, intake, referral, programme_queue, programme');
  }
}

// A published version is never changed, so the app role cannot; the queue's row is what those who give places lock.
const catalogue = [
  tenantTable(roles, {
    name: 'programme',
    app: 'SELECT, INSERT',
    columns: `
      code text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      id uuid NOT NULL,
      valid_from date NOT NULL,
      definition jsonb NOT NULL,
      published_at timestamptz NOT NULL,
      PRIMARY KEY (municipality, code, version)`,
  }),
  tenantTable(roles, {
    name: 'programme_queue',
    columns: `
      programme text NOT NULL,
      PRIMARY KEY (municipality, programme)`,
  }),
].join('');

// Checked at commit: a referral, its intake and its first step are sent together, in no certain order.
const ofReferral =
  'FOREIGN KEY (municipality, referral_id) REFERENCES referral (municipality, id) DEFERRABLE INITIALLY DEFERRED';

const referrals = [
  tenantTable(roles, {
    name: 'referral',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      programme_version integer NOT NULL,
      referring_unit text NOT NULL,
      sender_reference text NOT NULL,
      content_hmac bytea NOT NULL,
      reason bytea NOT NULL,
      facts jsonb NOT NULL,
      parents_part jsonb NOT NULL,
      received_on date NOT NULL,
      received_at timestamptz NOT NULL,
      state text NOT NULL CHECK (state IN
        ('received', 'under-triage', 'on-hold', 'waiting', 'accepted', 'declined', 'withdrawn', 'closed')),
      since date NOT NULL,
      next_owner text,
      outcome text,
      enrolment_id uuid,
      enrolled_on date,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, referring_unit, sender_reference),
      FOREIGN KEY (municipality, programme, programme_version) REFERENCES programme (municipality, code, version),
      CHECK (state <> 'closed' OR outcome IS NOT NULL)`,
  }),
  `CREATE INDEX ON referral (municipality, state, id);
   CREATE INDEX ON referral (municipality, programme, state, id);
   CREATE INDEX ON referral (municipality, referring_unit, id);
   CREATE INDEX referral_waiting ON referral (municipality, programme, received_on, id) WHERE state = 'waiting';`,
  tenantTable(roles, {
    name: 'intake',
    columns: `
      referral_id uuid NOT NULL,
      members jsonb NOT NULL,
      document bytea,
      dropped_at timestamptz,
      PRIMARY KEY (municipality, referral_id),
      ${ofReferral},
      CHECK ((document IS NULL) = (dropped_at IS NOT NULL))`,
  }),
  tenantTable(roles, {
    name: 'referral_step',
    app: 'SELECT, INSERT',
    columns: `
      referral_id uuid NOT NULL,
      number integer NOT NULL,
      at timestamptz NOT NULL,
      command text NOT NULL,
      state text NOT NULL,
      next_owner text,
      reason_code text,
      reason bytea,
      unit text,
      function text,
      PRIMARY KEY (municipality, referral_id, number),
      ${ofReferral}`,
  }),
].join('');
