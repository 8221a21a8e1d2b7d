import { erasedFamilyTable } from '@helhed/access';
import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Families that must not be in one group, and the families that family-plan has erased: by id alone. */
export class Separations1763000002719 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(separations);
    await runner.query(erasedFamilyTable('referral'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erased_family, separation; DROP INDEX place_group, referral_family');
  }
}

// It goes both ways: the two stand in the order of their families' ids. No column has room for why.
const separations = [
  tenantTable(rolesOf('referral'), {
    name: 'separation',
    columns: `
      id uuid NOT NULL,
      programme text NOT NULL,
      referral_id uuid NOT NULL,
      family_id uuid NOT NULL,
      other_referral_id uuid NOT NULL,
      other_family_id uuid NOT NULL,
      recorded_in text NOT NULL,
      from_date date NOT NULL,
      to_date date,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, referral_id) REFERENCES referral (municipality, id),
      FOREIGN KEY (municipality, other_referral_id) REFERENCES referral (municipality, id),
      CHECK (family_id < other_family_id),
      CHECK (from_date <= to_date)`,
  }),
  `CREATE INDEX separation_programme ON separation (municipality, programme, id);
   CREATE UNIQUE INDEX separation_known ON separation (municipality, programme, family_id, other_family_id)
     WHERE to_date IS NULL;
   CREATE INDEX place_group ON place (municipality, group_id);
   CREATE INDEX referral_family ON referral (municipality, family_id);`,
].join('');
