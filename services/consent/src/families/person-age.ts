import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Turn } from './turns.js';

/** Of a person only when rules change by age, and no birth date. */
@Entity('person_age')
export class PersonAge {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  /** Of age when family-plan told of the person. */
  @Column('boolean') readonly adult!: boolean;
  @Column('jsonb') readonly turns!: Turn[];
}
