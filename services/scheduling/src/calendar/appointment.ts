import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { cancelledAlready, notBegun, notCancelled } from './not-holdable.js';
import { inThePast } from './plannable.js';

export type AppointmentKind = 'session' | 'theme-evening' | 'conversation' | 'single';

/**
 * A time in the calendar. What was agreed is the local date and time and its zone; `startsAt` and `endsAt` are derived.
 * What it takes up (rooms, persons, households) stands in the table `booking`.
 */
@Entity('appointment')
export class Appointment {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly kind!: AppointmentKind;
  @Column('text') readonly unit!: string;
  @Column('uuid', { name: 'course_id', nullable: true }) readonly courseId!: string | null;
  /** From 1, within its kind and course. */
  @Column('integer', { nullable: true }) readonly number!: number | null;
  /** A conversation's: with which family of which group, and which of the programme's. */
  @Column('uuid', { name: 'group_id', nullable: true }) readonly groupId!: string | null;
  @Column('uuid', { name: 'family_id', nullable: true }) readonly familyId!: string | null;
  @Column('text', { nullable: true }) readonly conversation!: string | null;
  @Column('uuid', { name: 'room_id', nullable: true }) readonly roomId!: string | null;
  @Column('date', { name: 'local_date' }) readonly date!: string;
  @Column('text', { name: 'start_time' }) readonly startTime!: string;
  @Column('integer') readonly minutes!: number;
  @Column('text') readonly zone!: string;
  @Column('timestamptz', { name: 'starts_at' }) readonly startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) readonly endsAt!: Date;
  /** The business date; when it was entered stands beside it. */
  @Column('date', { name: 'held_on', nullable: true }) readonly heldOn!: string | null;
  @Column('timestamptz', { name: 'held_recorded_at', nullable: true }) readonly heldRecordedAt!: Date | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) readonly cancelledAt!: Date | null;
  /** The day on which it was moved last. */
  @Column('date', { name: 'moved_on', nullable: true }) readonly movedOn!: string | null;
  /** The session or conversation that was called off, and in whose place it is. */
  @Column('uuid', { name: 'replaces_id', nullable: true }) readonly replacesId!: string | null;
  @Column('timestamptz', { name: 'changed_at' }) readonly changedAt!: Date;
  @Column('integer') readonly version!: number;

  markHeld(now: Date): void {
    if (this.cancelledAt) throw cancelledAlready(this.kind);
    if (now < this.startsAt) throw notBegun(this.kind);
    change<Appointment>(this, { heldOn: this.date, heldRecordedAt: now, changedAt: now, version: this.version + 1 });
  }

  isAt({ date, startTime, roomId }: Pick<Appointment, 'date' | 'startTime' | 'roomId'>): boolean {
    return this.date === date && this.startTime === startTime && this.roomId === roomId;
  }

  /** @throws DomainError `session-cancelled` (409), `booking-begun` (422) */
  requireMovable(now: Date): void {
    if (this.cancelledAt) throw cancelledAlready(this.kind);
    if (now >= this.startsAt) throw begun();
  }

  /** @throws DomainError as `requireMovable`; `from-in-the-past` (422) */
  move(to: Place, { now, today }: { readonly now: Date; readonly today: string }): void {
    this.requireMovable(now);
    if (to.startsAt <= now) throw inThePast('startTime');
    change<Appointment>(this, { ...to, movedOn: today, changedAt: now, version: this.version + 1 });
  }

  /** @throws DomainError `session-not-cancelled` (409), `from-in-the-past` (422) */
  makeUp(as: Place & Pick<Appointment, 'id' | 'number'>, now: Date): Appointment {
    if (!this.cancelledAt) throw notCancelled();
    if (as.startsAt <= now) throw inThePast('startTime');
    const { municipality, kind, unit, courseId, minutes, zone } = this;
    const fresh = { heldOn: null, heldRecordedAt: null, cancelledAt: null, movedOn: null, changedAt: now, version: 1 };
    const like = { municipality, kind, unit, courseId, minutes, zone, ...fresh };
    return change(new Appointment(), { ...like, ...as, replacesId: this.id });
  }

  cancel(now: Date): void {
    if (now >= this.startsAt) throw begun();
    change<Appointment>(this, { cancelledAt: now, changedAt: now, version: this.version + 1 });
  }
}

type Place = Pick<Appointment, 'date' | 'startTime' | 'startsAt' | 'endsAt' | 'roomId'>;

const begun = (): DomainError =>
  new DomainError('rule', 'booking-begun', {
    da: 'Aftalen er begyndt og kan ikke aflyses eller flyttes.',
    en: 'The appointment has begun and cannot be cancelled or moved.',
  });

/** An appointment of a course. */
export type Session = Appointment & { readonly kind: 'session' | 'theme-evening' };
