import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('room')
export class Room {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly unit!: string;
  @Column('text') readonly name!: string;
  @Column('integer') readonly version!: number;
}
