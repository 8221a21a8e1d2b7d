import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a citizen's own look needs: since when a family is held here, not known of those that came before; and when a
 * child comes of age, after which nobody looks by custody. Of what was recorded before that is not known either: its
 * birth date is encrypted.
 */
export class Holdings1763000000512 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE family ADD COLUMN received_on date');
    await runner.query('ALTER TABLE custody ADD COLUMN of_age_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE custody DROP COLUMN of_age_on');
    await runner.query('ALTER TABLE family DROP COLUMN received_on');
  }
}
