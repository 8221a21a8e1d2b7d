import type { Tx } from '@helhed/database';
import { Column, Entity, In, PrimaryColumn } from 'typeorm';
import { HeldBooking } from './held-booking.js';
import { inPlaceOf } from './made-up-meeting.js';

/** A session or a conversation that was held for a family: what a single exchange is used up by. */
@Entity('held_meeting')
export class HeldMeeting {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'meeting_id' }) readonly meetingId!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('date', { name: 'held_on' }) readonly heldOn!: string;
}

/**
 * Recording an exchange for a meeting, hearing that it was held, and hearing what is in its place wait for each other, or
 * it would never be used up: all of those that are in each other's place by one lock, asked anew once it is held.
 */
export async function lockMeetings(tx: Tx, meetings: readonly string[]): Promise<void> {
  const locked = new Set<string>();
  for (;;) {
    const firsts = new Set<string>();
    for (const meeting of meetings) firsts.add((await inPlaceOf(tx, meeting))[0]!);
    const wanted = [...firsts].filter((first) => !locked.has(first)).toSorted();
    if (wanted.length === 0) return;
    for (const first of wanted) {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('consent.meeting:' || $1, 0))`, [first]);
      locked.add(first);
    }
  }
}

/** As a session or a conversation for this family, or as a booking; or what was put in its place was. */
export async function wasHeld(tx: Tx, meeting: string, familyId: string): Promise<boolean> {
  const { manager, municipality } = tx;
  const any = In(await inPlaceOf(tx, meeting));
  return (
    (await manager.existsBy(HeldMeeting, { municipality, meetingId: any, familyId })) ||
    manager.existsBy(HeldBooking, { municipality, bookingId: any })
  );
}
