import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group has fewer of a function than its definition asks for, since a day; the row goes when it is mended. */
@Entity('staffing_alarm')
export class StaffingAlarm {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'group_id' }) readonly groupId!: string;
  @Column('text') readonly function!: string;
  @Column('integer') readonly needed!: number;
  @Column('integer') readonly present!: number;
  @Column('date') readonly since!: string;
}
