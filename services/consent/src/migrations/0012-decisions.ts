import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('consent');

/**
 * What decisions about others' things are made from besides their cases: whom a referral is about, and which functions can
 * be held in which unit. What was told before comes with the owners' snapshots (`operations/snapshots:publish`).
 */
export class Decisions1763000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([persons, functions].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

const persons = tenantTable(roles, {
  name: 'referral_persons',
  columns: 'referral_id uuid NOT NULL, persons uuid[] NOT NULL, PRIMARY KEY (municipality, referral_id)',
});

const functions = tenantTable(roles, {
  name: 'unit_function',
  columns: 'unit text NOT NULL, function text NOT NULL, PRIMARY KEY (municipality, unit, function)',
});
