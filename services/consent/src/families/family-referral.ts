import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By whom, and to which programme, a family was referred: what the relations to it follow from. */
@Entity('family_referral')
export class FamilyReferral {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'referral_id' }) readonly referralId!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  @Column('integer', { name: 'programme_version' }) readonly programmeVersion!: number;
  @Column('text', { name: 'referring_unit' }) readonly referringUnit!: string;
}
