import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody's part in a family, by id: as much as a basis needs to be about the right persons. */
@Entity('family_member')
export class FamilyMember {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly role!: 'parent' | 'child' | 'other';
}
