import { change } from '@helhed/database';
import type { AttendanceRules } from '@helhed/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Session } from '../calendar/appointment.js';
import { addDays } from '../calendar/local-time.js';
import { cancelledAlready, notBegun } from '../calendar/not-holdable.js';
import { attendanceSettled, invalidMarks } from './attendance-refusals.js';

/** That a person came, or why not: a code of the programme's definition. */
export interface Mark {
  readonly person: string;
  readonly present: boolean;
  readonly reason: string | null;
}

/** The clock: an instant, and the municipality's day. */
interface Clock {
  readonly now: Date;
  readonly today: string;
}

/** What the marks must keep to. */
export interface Expected {
  readonly session: Pick<Session, 'kind' | 'date' | 'startsAt' | 'cancelledAt'>;
  readonly rules: AttendanceRules;
  /** Whom of the family the session is for. */
  readonly persons: readonly string[];
}

/** Who of one family came to one session: a sheet, whose marks stand in `attendance_mark`. */
@Entity('attendance')
export class Attendance {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'session_id' }) readonly sessionId!: string;
  @Column('uuid', { name: 'group_id' }) readonly groupId!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  /** The group's, which has it as its own. */
  @Column('text') readonly unit!: string;
  /** When it was noted or corrected last. */
  @Column('date', { name: 'recorded_on' }) readonly recordedOn!: string;
  @Column('integer') readonly version!: number;

  /** @throws DomainError as `requireNotable` does */
  static record(
    of: Omit<Attendance, 'recordedOn' | 'version' | 'correct'>,
    marks: readonly Mark[],
    expected: Expected,
    clock: Clock,
  ): Attendance {
    requireNotable(marks, expected, clock);
    return change(new Attendance(), { ...of, recordedOn: clock.today, version: 1 });
  }

  /** The marks are others now. @throws DomainError as `requireNotable` does */
  correct(marks: readonly Mark[], expected: Expected, clock: Clock): void {
    requireNotable(marks, expected, clock);
    change<Attendance>(this, { recordedOn: clock.today, version: this.version + 1 });
  }
}

/**
 * Who stays away may say so beforehand; who came is known once it has begun. Some days later it is settled.
 * @throws DomainError `session-cancelled` or `attendance-settled` (409), `session-not-begun`, `attendance-invalid` (422)
 */
function requireNotable(marks: readonly Mark[], { session, rules, persons }: Expected, { now, today }: Clock): void {
  if (session.cancelledAt) throw cancelledAlready(session.kind);
  if (today > addDays(session.date, rules.settledAfterDays)) throw attendanceSettled();
  if (now < session.startsAt && marks.some(({ present }) => present)) throw notBegun(session.kind);
  const codes = rules.reasons.map(({ code }) => code);
  const wrong = marks.flatMap(({ person, present, reason }, index) => {
    if (!persons.includes(person)) return [{ field: `marks.${index}.person`, rule: 'not-expected' }];
    if (present ? reason !== null : reason === null || !codes.includes(reason))
      return [{ field: `marks.${index}.reason`, rule: present ? 'not-away' : 'unknown' }];
    return [];
  });
  if (wrong.length > 0) throw invalidMarks(wrong);
}
