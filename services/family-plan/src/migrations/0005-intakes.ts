import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which intake a family came by, and who of it each member was: told again to who missed `persons-matched`. */
export class Intakes1763000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE family ADD COLUMN referral_id uuid; ALTER TABLE family_member ADD COLUMN intake_person_id uuid',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE family DROP COLUMN referral_id; ALTER TABLE family_member DROP COLUMN intake_person_id',
    );
  }
}
