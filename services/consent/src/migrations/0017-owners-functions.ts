import { partitionsForWorkersOnly, rolesOf } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eraseLookUps } from '../look-ups/look-up-functions.js';

const roles = rolesOf('consent');

/** What the service's own role may run as the owner: no more than it needs. */
export class OwnersFunctions1763000000715 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(partitionsForWorkersOnly(roles) + eraseLookUps(roles));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
