import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A family in its place. The place's id is unique: a second family in one place is refused by the database. */
@Entity('seat')
export class Seat {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'place_id' }) readonly placeId!: string;
  @Column('uuid', { name: 'group_id' }) readonly groupId!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('date', { name: 'taken_on' }) readonly takenOn!: string;
  /** When the group's course was put into the family's calendar. */
  @Column('timestamptz', { name: 'booked_at', nullable: true }) readonly bookedAt!: Date | null;

  /** When its referral was closed: from then on the group's leader reaches the family by it no more. It stays taken. */
  @Column('timestamptz', { name: 'ended_at', nullable: true }) readonly endedAt!: Date | null;

  markBooked(at: Date): void {
    change<Seat>(this, { bookedAt: at });
  }

  /** @returns whether it had not ended before */
  end(at: Date): boolean {
    if (this.endedAt !== null) return false;
    change<Seat>(this, { endedAt: at });
    return true;
  }

  /** The closing that ended it is one that its referral knows nothing of. */
  goOn(): void {
    change<Seat>(this, { endedAt: null });
  }

  /** Whether the family comes to what begins then, as far as the end says. */
  isThereAt(startsAt: Date): boolean {
    return this.endedAt === null || startsAt <= this.endedAt;
  }
}
