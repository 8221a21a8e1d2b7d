import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CoverState } from './coverage.js';

/** A period in which a basis covers a person, or does not, as things stand; others are told of what is near. */
@Entity('basis_cover')
export class BasisCover {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'basis_id' }) readonly basisId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  @PrimaryColumn('date', { name: 'from_date' }) readonly from!: string;
  @Column('date', { name: 'to_date', nullable: true }) readonly to!: string | null;
  @Column('text') readonly state!: CoverState;
}
