import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same conversation of a family on the same day is counted, so that there is one first: two at once make no two. */
export class ConversationsOfADay1763000002525 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ofDay);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE conversation DROP COLUMN of_day');
  }
}

// the owner is kept to no municipality's rows while its own table does not force it to be; a service of the version before
// writes the first of a day, and is refused a second
export const ofDay = `
  ALTER TABLE conversation ADD COLUMN of_day smallint NOT NULL DEFAULT 1 CHECK (of_day > 0);
  ALTER TABLE conversation NO FORCE ROW LEVEL SECURITY;
  UPDATE conversation c SET of_day = n.of_day FROM (
    SELECT municipality, id, row_number() OVER (
      PARTITION BY municipality, family_id, programme, code, held_on ORDER BY id) AS of_day FROM conversation) n
  WHERE c.municipality = n.municipality AND c.id = n.id AND n.of_day > 1;
  ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
  CREATE UNIQUE INDEX conversation_of_day ON conversation (municipality, family_id, programme, code, held_on, of_day);
`;
