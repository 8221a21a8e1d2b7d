import { DomainError } from '@helhed/kernel';
import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of families that meets: `capacity` places, each for a whole family. */
@Entity('family_group')
export class Group {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly programme!: string;
  @Column('integer', { name: 'programme_version' }) readonly programmeVersion!: number;
  @Column('text') readonly name!: string;
  @Column('text') readonly unit!: string;
  @Column('uuid', { name: 'room_id', nullable: true }) readonly roomId!: string | null;
  @Column('integer') readonly capacity!: number;
  @Column('date', { name: 'starts_on' }) readonly startsOn!: string;
  @Column('uuid', { name: 'course_id', nullable: true }) readonly courseId!: string | null;
  /** Until when a family can begin in it; null while nothing says. */
  @Column('timestamptz', { name: 'refill_until', nullable: true }) readonly refillUntil!: Date | null;
  @Column('integer') readonly version!: number;

  /** @returns whether it is another time than before */
  refillTo(until: Date): boolean {
    if (this.refillUntil?.getTime() === until.getTime()) return false;
    change<Group>(this, { refillUntil: until });
    return true;
  }

  /** Its staff are others than before. */
  changed(): void {
    change<Group>(this, { version: this.version + 1 });
  }

  takeCourse(courseId: string): void {
    if (this.courseId)
      throw new DomainError('conflict', 'course-already-placed', {
        da: 'Gruppens forløb ligger allerede i kalenderen.',
        en: "The group's course is already in the calendar.",
      });
    change<Group>(this, { courseId, version: this.version + 1 });
  }
}
