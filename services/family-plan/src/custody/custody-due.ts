import type { Tx } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Custody } from './custody.js';
import { isToBeTold, tellOn } from './notice.js';

/** A custody of which a child's majority is to be told from a day on: by id alone, for the timer. */
@Entity('custody_due')
export class CustodyDue {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'custody_id' }) readonly custodyId!: string;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
}

/** Keeps a new custody, and when its end at the child's majority is to be told where that is far off. */
export async function keepCustody({ manager, municipality, today }: Tx, custody: Custody): Promise<void> {
  const { id: custodyId, ofAgeOn, to } = custody;
  await manager.insert(Custody, custody);
  if (ofAgeOn === null || isToBeTold(ofAgeOn, today) || (to !== null && to <= ofAgeOn)) return;
  await manager.insert(CustodyDue, { municipality, custodyId, dueOn: tellOn(ofAgeOn, today) });
}
