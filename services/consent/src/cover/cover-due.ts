import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A basis of whose coverage more is to be told from a day on: by id alone, for the timer. */
@Entity('cover_due')
export class CoverDue {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'basis_id' }) readonly basisId!: string;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
}
