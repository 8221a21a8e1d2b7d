import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who belongs to which family, by id: what family-plan told. */
@Entity('family_member')
export class FamilyMember {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly role!: 'parent' | 'child' | 'other';
  /** Where the member lives: for a consent that the resident parent gives. */
  @Column('uuid', { array: true }) readonly households!: string[];
}
