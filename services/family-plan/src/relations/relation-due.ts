import type { Tx } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { isToBeTold, tellOn } from '../custody/notice.js';
import { ofAgeOn } from '../persons/of-age-on.js';
import type { Relation } from './relation.js';

/** A child's institution that ends when the child comes of age, of which is told from a day on: by id alone, for the timer. */
@Entity('relation_due')
export class RelationDue {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'relation_id' }) readonly relationId!: string;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
}

/** Nothing, of who has no known birth date, or attends no longer by then. */
export async function keepDue(tx: Tx, { id: relationId, personId, to }: Relation): Promise<void> {
  const { manager, municipality, today } = tx;
  const grown = personId === null ? undefined : (await ofAgeOn(tx, [personId])).get(personId);
  if (grown === undefined || (to !== null && to <= grown)) return;
  const dueOn = isToBeTold(grown, today) ? today : tellOn(grown, today);
  await manager.insert(RelationDue, { municipality, relationId, dueOn });
}
