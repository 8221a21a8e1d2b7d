import type { Tx } from '@helhed/database';
import { Column, Entity, MoreThan, PrimaryColumn } from 'typeorm';
import { isHoliday } from '@helhed/kernel';

/** Days on which the municipality's groups do not meet, beside the holidays: from `startsOn` until `endsBefore`. */
@Entity('closure')
export class Closure {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly name!: string;
  @Column('date', { name: 'starts_on' }) readonly startsOn!: string;
  @Column('date', { name: 'ends_before' }) readonly endsBefore!: string;

  covers(date: string): boolean {
    return this.startsOn <= date && date < this.endsBefore;
  }
}

/** Tells holidays and the municipality's closing days from a date on. */
export async function findClosedDays({ manager, municipality }: Tx, from: string): Promise<(date: string) => boolean> {
  const closures = await manager.findBy(Closure, { municipality, endsBefore: MoreThan(from) });
  return (date) => isHoliday(date) || closures.some((closure) => closure.covers(date));
}
