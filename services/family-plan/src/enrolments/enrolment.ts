import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A family in a programme. A place has one enrolment that has not ended: a second is refused by the database. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { name: 'referral_id' }) readonly referralId!: string;
  @Column('text') readonly programme!: string;
  @Column('uuid', { name: 'place_id' }) readonly placeId!: string;
  @Column('uuid', { name: 'group_id' }) readonly groupId!: string;
  @Column('date', { name: 'enrolled_on' }) readonly enrolledOn!: string;
  @Column('date', { name: 'ended_on', nullable: true }) readonly endedOn!: string | null;

  /** @returns whether it had not ended before */
  end(on: string): boolean {
    if (this.endedOn !== null) return false;
    change<Enrolment>(this, { endedOn: on });
    return true;
  }

  /** What ended it is something that its referral knows nothing of. */
  goOn(): void {
    change<Enrolment>(this, { endedOn: null });
  }
}
