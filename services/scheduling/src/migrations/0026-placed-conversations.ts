import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A conversation with a family of a group is an appointment of its own kind, and none of the group's course: whoever reads
 * a course by its id, the version before this one too, does not read who is talked with when.
 */
export class PlacedConversations1763000002626 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(indexes);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

// NOT VALID: rows from before are held to the checks that these replace, and have no group
const columns = `
  ALTER TABLE appointment ADD COLUMN group_id uuid, ADD COLUMN family_id uuid, ADD COLUMN conversation text,
    DROP CONSTRAINT appointment_kind_check, DROP CONSTRAINT appointment_check,
    ADD CONSTRAINT appointment_kind CHECK (kind IN ('session', 'theme-evening', 'conversation', 'single')) NOT VALID,
    ADD CONSTRAINT appointment_of CHECK (CASE kind
      WHEN 'single' THEN num_nonnulls(course_id, group_id, family_id, conversation) = 0
      WHEN 'conversation' THEN course_id IS NULL AND num_nulls(group_id, family_id, conversation) = 0
      ELSE course_id IS NOT NULL AND num_nonnulls(group_id, family_id, conversation) = 0 END) NOT VALID,
    ADD CONSTRAINT appointment_group FOREIGN KEY (municipality, group_id) REFERENCES family_group (municipality, id) NOT VALID;
  COMMENT ON COLUMN appointment.family_id IS 'A conversation’s: told to this family, and to no other.';`;

// a family has each conversation of a group once, unless it was called off
const indexes = `
  CREATE INDEX appointment_group_family ON appointment (municipality, group_id, family_id) WHERE group_id IS NOT NULL;
  CREATE INDEX appointment_family ON appointment (municipality, family_id) WHERE family_id IS NOT NULL;
  CREATE UNIQUE INDEX appointment_conversation ON appointment (municipality, group_id, family_id, conversation)
    WHERE group_id IS NOT NULL AND cancelled_at IS NULL;`;
