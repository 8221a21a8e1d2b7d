import { Entity, PrimaryColumn } from 'typeorm';

/** Who runs the group. */
@Entity('group_staff')
export class GroupStaff {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'group_id' }) readonly groupId!: string;
  @PrimaryColumn('uuid', { name: 'staff_id' }) readonly staffId!: string;
}
