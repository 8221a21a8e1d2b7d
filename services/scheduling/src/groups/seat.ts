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

  markBooked(at: Date): void {
    change<Seat>(this, { bookedAt: at });
  }
}
