import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a referral is reached and decided by: the unit that triages it, whom it is about, what its sender wrote. */
export class WhoTriages1763000000409 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(fromHistory);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE referral DROP COLUMN triage_unit, DROP COLUMN persons, DROP COLUMN sent_version');
  }
}

// The release before writes none of them; what it receives meanwhile is about nobody known.
const columns = `
  ALTER TABLE referral ADD COLUMN triage_unit text;
  ALTER TABLE referral ADD COLUMN persons uuid[] NOT NULL DEFAULT '{}';
  ALTER TABLE referral ADD COLUMN sent_version integer NOT NULL DEFAULT 1;
  CREATE INDEX referral_triage_unit ON referral (municipality, triage_unit, id);
`;

// Every municipality's rows: the owner is kept to none while its own tables do not force it to be.
const tables = ['referral', 'intake', 'referral_step'];
const force = (how: string): string => tables.map((name) => `ALTER TABLE ${name} ${how} ROW LEVEL SECURITY;`).join(' ');
const fromHistory = `
  ${force('NO FORCE')}
  UPDATE referral r SET
    triage_unit = (SELECT s.unit FROM referral_step s WHERE s.municipality = r.municipality AND s.referral_id = r.id
      AND s.command = 'start-triage' ORDER BY s.number DESC LIMIT 1),
    persons = ARRAY(SELECT (m.value ->> 'personId')::uuid FROM intake i, jsonb_array_elements(i.members) m
      WHERE i.municipality = r.municipality AND i.referral_id = r.id),
    sent_version = 1 + (SELECT count(*) FROM referral_step s WHERE s.municipality = r.municipality
      AND s.referral_id = r.id AND s.command = 'amend');
  ${force('FORCE')}
`;
