import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A video that is to be deleted on a day: by id alone, for the timer. */
@Entity('video_due')
export class VideoDue {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'video_id' }) readonly videoId!: string;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
}
