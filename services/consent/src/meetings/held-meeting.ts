import type { Tx } from '@helhed/database';
import { Entity, Column, PrimaryColumn } from 'typeorm';
import { HeldBooking } from './held-booking.js';

/** A session that was held for a family: what a single exchange is used up by. */
@Entity('held_meeting')
export class HeldMeeting {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'meeting_id' }) readonly meetingId!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('date', { name: 'held_on' }) readonly heldOn!: string;
}

/** Recording an exchange for a meeting and hearing that it was held wait for each other, or it would never be used up. */
export async function lockMeetings(tx: Tx, meetings: readonly string[]): Promise<void> {
  for (const meeting of meetings.toSorted())
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('consent.meeting:' || $1, 0))`, [meeting]);
}

/** As a session for this family, or as a booking. */
export const wasHeld = async ({ manager, municipality }: Tx, meetingId: string, familyId: string): Promise<boolean> =>
  (await manager.existsBy(HeldMeeting, { municipality, meetingId, familyId })) ||
  manager.existsBy(HeldBooking, { municipality, bookingId: meetingId });
