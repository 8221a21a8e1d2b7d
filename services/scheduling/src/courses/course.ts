import type { Weekday } from '@helhed/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group's sessions and theme evenings, placed in one act. */
@Entity('course')
export class Course {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'group_id' }) readonly groupId!: string;
  @Column('date', { name: 'from_date' }) readonly from!: string;
  @Column('text') readonly weekday!: Weekday;
  @Column('text', { name: 'start_time' }) readonly startTime!: string;
  @Column('timestamptz', { name: 'placed_at' }) readonly placedAt!: Date;
}
