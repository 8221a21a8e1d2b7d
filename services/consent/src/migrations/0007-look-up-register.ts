import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eraseLookUps, lookUpFlags } from '../look-ups/look-up-functions.js';

const roles = rolesOf('consent');

/** The register of look-ups: a chain of rows, who is in which of them, and what was decided about single ones. */
export class LookUpRegister1763000000107 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([lookUps, subjects, head, decisions, lookUpFlags(roles), eraseLookUps(roles)].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

/** The app role appends. From `salt` on it is content, which an erasure takes away. */
const lookUps = [
  tenantTable(roles, {
    name: 'look_up',
    app: 'SELECT, INSERT',
    columns: `
      pos bigint NOT NULL,
      id uuid NOT NULL,
      source text NOT NULL,
      incarnation uuid NOT NULL,
      seq bigint NOT NULL,
      commitment bytea NOT NULL,
      link bytea NOT NULL,
      drawn boolean NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      salt bytea,
      at timestamptz(3),
      kind text,
      act text,
      subjects uuid[],
      actor text,
      sub text,
      azp text,
      unit text,
      function text,
      purposes text[],
      categories text[],
      bases text[],
      refused boolean,
      flags text[],
      PRIMARY KEY (municipality, pos),
      UNIQUE (municipality, id),
      UNIQUE (municipality, source, incarnation, seq)`,
  }),
  'CREATE INDEX look_up_drawn ON look_up (municipality, pos) WHERE drawn AND salt IS NOT NULL;',
  'CREATE INDEX look_up_at ON look_up (municipality, at) WHERE salt IS NOT NULL;',
].join('\n');

// A row for each person and family in a look: under row level security an array's index is of no use.
const subjects = tenantTable(roles, {
  name: 'look_up_subject',
  app: 'SELECT, INSERT',
  columns: 'subject uuid NOT NULL, pos bigint NOT NULL, PRIMARY KEY (municipality, subject, pos)',
});

/** Its lock makes one chain of what several instances append. */
const head = tenantTable(roles, {
  name: 'look_up_head',
  app: 'SELECT, INSERT, UPDATE',
  columns: 'pos bigint NOT NULL, link bytea NOT NULL, signed_on date, PRIMARY KEY (municipality)',
});

const decisions = [
  tenantTable(roles, {
    name: 'look_up_deferral',
    app: 'SELECT, INSERT, UPDATE',
    columns: `
      look_up_id uuid NOT NULL,
      reason bytea NOT NULL,
      until date NOT NULL,
      deferred_by text NOT NULL,
      deferred_at timestamptz NOT NULL,
      confirmed_by text,
      confirmed_at timestamptz,
      PRIMARY KEY (municipality, look_up_id),
      FOREIGN KEY (municipality, look_up_id) REFERENCES look_up (municipality, id),
      CHECK (confirmed_by <> deferred_by),
      CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))`,
  }),
  tenantTable(roles, {
    name: 'look_up_review',
    app: 'SELECT, INSERT',
    columns: `
      look_up_id uuid NOT NULL,
      finding text NOT NULL CHECK (finding IN ('in-order', 'follow-up')),
      note bytea,
      reviewed_by text NOT NULL,
      reviewed_at timestamptz NOT NULL,
      PRIMARY KEY (municipality, look_up_id),
      FOREIGN KEY (municipality, look_up_id) REFERENCES look_up (municipality, id)`,
  }),
].join('\n');
