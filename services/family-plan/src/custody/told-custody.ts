import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Who, according to a referral, holds custody of a child whom the municipality knew before it: nobody’s custody. Who may
 * record custody reads of it, and records it, or does not.
 */
@Entity('custody_told')
export class ToldCustody {
  @PrimaryColumn('text') readonly municipality!: string;
  /** The family that the referral made: both are in it. */
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @PrimaryColumn('uuid', { name: 'child_id' }) readonly childId!: string;
  @PrimaryColumn('uuid', { name: 'holder_id' }) readonly holderId!: string;
  @Column('uuid', { name: 'referral_id' }) readonly referralId!: string;
  /** The sender's. */
  @Column('text') readonly unit!: string;
  @Column('date', { name: 'told_on' }) readonly toldOn!: string;
}
