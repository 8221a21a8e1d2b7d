import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('scheduling');

/** Copies of programme definitions; groups with their places and seats; courses; calendar feeds. */
export class Groups1763000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(groups);
    await runner.query(seats);
    await runner.query(coursesAndFeeds);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE feed, seat_clash, course, enrolled_member, seat, place, group_staff, family_group, programme_copy CASCADE',
    );
  }
}

const groups = [
  tenantTable(roles, {
    name: 'programme_copy',
    columns: `
      code text NOT NULL,
      version integer NOT NULL,
      valid_from date NOT NULL,
      definition jsonb NOT NULL,
      PRIMARY KEY (municipality, code, version)`,
  }),
  tenantTable(roles, {
    name: 'family_group',
    columns: `
      id uuid NOT NULL,
      programme text NOT NULL,
      programme_version integer NOT NULL,
      name text NOT NULL,
      unit text NOT NULL,
      room_id uuid,
      capacity integer NOT NULL CHECK (capacity > 0),
      starts_on date NOT NULL,
      course_id uuid,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, programme, programme_version) REFERENCES programme_copy (municipality, code, version),
      FOREIGN KEY (municipality, room_id) REFERENCES room (municipality, id)`,
  }),
  tenantTable(roles, {
    name: 'group_staff',
    columns: `
      group_id uuid NOT NULL,
      staff_id uuid NOT NULL,
      PRIMARY KEY (municipality, group_id, staff_id),
      FOREIGN KEY (municipality, group_id) REFERENCES family_group (municipality, id),
      FOREIGN KEY (municipality, staff_id) REFERENCES staff (municipality, id)`,
  }),
].join('');

const seats = [
  tenantTable(roles, {
    name: 'place',
    columns: `
      id uuid NOT NULL,
      group_id uuid NOT NULL,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, group_id, id),
      FOREIGN KEY (municipality, group_id) REFERENCES family_group (municipality, id)`,
  }),
  tenantTable(roles, {
    name: 'seat',
    columns: `
      id uuid NOT NULL,
      place_id uuid NOT NULL,
      group_id uuid NOT NULL,
      family_id uuid NOT NULL,
      taken_on date NOT NULL,
      booked_at timestamptz,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, place_id),
      UNIQUE (municipality, group_id, family_id),
      FOREIGN KEY (municipality, group_id, place_id) REFERENCES place (municipality, group_id, id)`,
  }),
  'CREATE INDEX ON seat (municipality, family_id);',
  // no foreign key: an enrolment may be heard of before the seat
  tenantTable(roles, {
    name: 'enrolled_member',
    columns: `
      place_id uuid NOT NULL,
      person_id uuid NOT NULL,
      households uuid[] NOT NULL,
      family_id uuid NOT NULL,
      role text NOT NULL CHECK (role IN ('parent', 'child', 'other')),
      PRIMARY KEY (municipality, place_id, family_id, person_id)`,
  }),
].join('');

const coursesAndFeeds = [
  tenantTable(roles, {
    name: 'course',
    columns: `
      id uuid NOT NULL,
      group_id uuid NOT NULL,
      from_date date NOT NULL,
      weekday text NOT NULL,
      start_time text NOT NULL,
      placed_at timestamptz NOT NULL,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, group_id),
      FOREIGN KEY (municipality, group_id) REFERENCES family_group (municipality, id)`,
  }),
  // NOT VALID: new rows are checked; checking old ones, of which there are none, would need a municipality
  'ALTER TABLE family_group ADD FOREIGN KEY (municipality, course_id) REFERENCES course (municipality, id) NOT VALID;',
  'ALTER TABLE appointment ADD FOREIGN KEY (municipality, course_id) REFERENCES course (municipality, id) NOT VALID;',
  tenantTable(roles, {
    name: 'seat_clash',
    columns: `
      seat_id uuid NOT NULL,
      appointment_id uuid NOT NULL,
      PRIMARY KEY (municipality, seat_id, appointment_id),
      FOREIGN KEY (municipality, seat_id) REFERENCES seat (municipality, id),
      FOREIGN KEY (municipality, appointment_id) REFERENCES appointment (municipality, id)`,
  }),
  tenantTable(roles, {
    name: 'feed',
    columns: `
      id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('family', 'staff')),
      subject_id uuid NOT NULL,
      secret_hash bytea NOT NULL,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, secret_hash)`,
  }),
].join('');
