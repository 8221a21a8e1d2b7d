import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who holds custody of a child, and when, as family-plan tells. */
@Entity('custody')
export class Custody {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { name: 'child_id' }) readonly childId!: string;
  @Column('uuid', { name: 'holder_id' }) readonly holderId!: string;
  /** Null: since before it was told. */
  @Column('date', { name: 'from_date', nullable: true }) readonly from!: string | null;
  /** The first day on which it no longer holds. */
  @Column('date', { name: 'to_date', nullable: true }) readonly to!: string | null;

  static of(told: Pick<Custody, 'municipality' | 'id' | 'familyId' | 'childId' | 'holderId' | 'from' | 'to'>): Custody {
    return change(new Custody(), told);
  }
}
