import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An exchange whose follow-up may no longer come: by id alone, for the timer. */
@Entity('exchange_due')
export class ExchangeDue {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'basis_id' }) readonly basisId!: string;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
}
