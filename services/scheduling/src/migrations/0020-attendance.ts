import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('scheduling');

/** Who of a family came to a session: a sheet for each family and session, and a mark for each person. */
export class Attendance1763000002020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(attendance);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attendance_mark, attendance');
  }
}

const attendance = [
  tenantTable(roles, {
    name: 'attendance',
    columns: `
      id uuid NOT NULL,
      session_id uuid NOT NULL,
      group_id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      unit text NOT NULL,
      recorded_on date NOT NULL,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, session_id, family_id),
      FOREIGN KEY (municipality, session_id) REFERENCES appointment (municipality, id),
      FOREIGN KEY (municipality, group_id) REFERENCES family_group (municipality, id)`,
  }),
  'CREATE INDEX attendance_family ON attendance (municipality, family_id, id);',
  tenantTable(roles, {
    name: 'attendance_mark',
    columns: `
      attendance_id uuid NOT NULL,
      person_id uuid NOT NULL,
      present boolean NOT NULL,
      reason text,
      PRIMARY KEY (municipality, attendance_id, person_id),
      FOREIGN KEY (municipality, attendance_id) REFERENCES attendance (municipality, id) ON DELETE CASCADE,
      CHECK (present = (reason IS NULL))`,
  }),
  'CREATE INDEX attendance_person ON attendance_mark (municipality, person_id, attendance_id);',
].join('');
