import { Entity, PrimaryColumn } from 'typeorm';

/** Who holds custody of a child, as the referral says: a parent need not. */
@Entity('custody')
export class Custody {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @PrimaryColumn('uuid', { name: 'child_id' }) readonly childId!: string;
  @PrimaryColumn('uuid', { name: 'holder_id' }) readonly holderId!: string;
}
