import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A family in a programme. The place's id is unique: a second family in one place is refused by the database. */
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
}
