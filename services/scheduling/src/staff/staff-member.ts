import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who runs groups: known by the Keycloak subject, in the unit that they plan from. */
@Entity('staff')
export class StaffMember {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly sub!: string;
  @Column('text') readonly unit!: string;
  /** What the person does in a group, as programme definitions name it. */
  @Column('text') readonly function!: string;
  @Column('text') readonly name!: string;
  @Column('integer') readonly version!: number;
}
