import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who the members of a family are, and what groups a unit has, found without reading all of them. */
export class Families1763000000409 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX enrolled_member_family ON enrolled_member (municipality, family_id, person_id);
      CREATE INDEX family_group_unit ON family_group (municipality, unit, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX enrolled_member_family, family_group_unit');
  }
}
