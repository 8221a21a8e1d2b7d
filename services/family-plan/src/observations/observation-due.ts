import type { Tx } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Observation } from './observation.js';

/** An observation that is to be deleted on a day: by id alone, for the timer. */
@Entity('observation_due')
export class ObservationDue {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'observation_id' }) readonly observationId!: string;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
}

export const keepDue = async ({ manager, municipality }: Tx, { id, deleteOn }: Observation): Promise<void> =>
  void (await manager.insert(ObservationDue, { municipality, observationId: id, dueOn: deleteOn }));

/** Another day than it was. */
export async function moveDue(tx: Tx, observation: Observation): Promise<void> {
  await tx.manager.delete(ObservationDue, { municipality: tx.municipality, observationId: observation.id });
  await keepDue(tx, observation);
}
