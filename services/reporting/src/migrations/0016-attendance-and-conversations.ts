import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('reporting');
// under row level security an index over coalesce() is not read: PostgreSQL does not hold it to be leakproof, and a CASE it does
const endedOn = '(CASE WHEN closed_on IS NULL THEN withdrawn_on ELSE closed_on END)';

/** Who came to sessions, in numbers, and which conversations were held; both from facts, by the rebuild after the deployment. */
export class AttendanceAndConversations1763000002215 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(roles, {
        name: 'attendance',
        columns: `
          generation integer NOT NULL,
          attendance_id uuid NOT NULL,
          session_id uuid NOT NULL,
          programme text NOT NULL,
          held_on date NOT NULL,
          present integer NOT NULL,
          absent integer NOT NULL,
          PRIMARY KEY (municipality, generation, attendance_id)`,
      }),
    );
    await runner.query(
      tenantTable(roles, {
        name: 'conversation',
        columns: `
          generation integer NOT NULL,
          conversation_id uuid NOT NULL,
          family_id uuid NOT NULL,
          programme text NOT NULL,
          kind text NOT NULL,
          held_on date NOT NULL,
          goals jsonb NOT NULL,
          PRIMARY KEY (municipality, generation, conversation_id)`,
      }),
    );
    await runner.query(
      `CREATE INDEX attendance_held ON attendance (municipality, generation, programme, held_on, session_id);
       CREATE INDEX conversation_held ON conversation (municipality, generation, programme, held_on, family_id);
       DROP INDEX journey_ended;
       CREATE INDEX journey_ended_on ON journey (municipality, generation, programme, ${endedOn}) WHERE ${endedOn} IS NOT NULL;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE conversation, attendance;
       DROP INDEX journey_ended_on;
       CREATE INDEX journey_ended ON journey (municipality, generation, programme, (coalesce(closed_on, withdrawn_on)))
         WHERE coalesce(closed_on, withdrawn_on) IS NOT NULL;`,
    );
  }
}
