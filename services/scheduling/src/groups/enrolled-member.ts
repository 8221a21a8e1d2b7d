import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who comes with the family, and from which households; may be heard of before the seat. */
@Entity('enrolled_member')
export class EnrolledMember {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'place_id' }) readonly placeId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { array: true }) readonly households!: string[];
  @Column('text') readonly role!: 'parent' | 'child' | 'other';
}
