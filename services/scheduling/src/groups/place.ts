import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Room for one family. Opened here; from then on referral alone offers and assigns it. */
@Entity('place')
export class Place {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'group_id' }) readonly groupId!: string;
}
