import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings that were held, whatever family an exchange for one of them is about. */
export class HeldBookings1763000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('consent'), {
        name: 'held_booking',
        columns: `
          booking_id uuid NOT NULL,
          held_on date NOT NULL,
          PRIMARY KEY (municipality, booking_id)`,
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
