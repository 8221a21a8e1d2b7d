import type { Decision } from '@helhed/access';
import type { Session } from '../calendar/appointment.js';
import type { Attendance, Mark } from './attendance.js';
import type { AttendanceReceipt, AttendanceView } from './attendance.dto.js';

/** As a statement reads it. */
export interface AttendanceRow
  extends Pick<Attendance, 'id' | 'recordedOn' | 'version'>, Pick<Session, 'kind' | 'date'> {
  readonly session: string;
  readonly family: string;
  readonly marks: readonly Mark[];
}

const ofSession = (column: string): string => `(SELECT ${column} FROM appointment a
  WHERE a.municipality = att.municipality AND a.id = att.session_id)`;

/** The columns of an `AttendanceRow`, by its names. */
export const columnsOfAttendance = {
  id: 'att.id',
  session: 'att.session_id',
  family: 'att.family_id',
  kind: ofSession('a.kind'),
  date: ofSession('a.local_date::text'),
  marks: `(SELECT jsonb_agg(jsonb_build_object('person', am.person_id, 'present', am.present, 'reason', am.reason)
      ORDER BY am.person_id)
    FROM attendance_mark am WHERE am.municipality = att.municipality AND am.attendance_id = att.id)`,
  recordedOn: 'att.recorded_on::text',
  version: 'att.version',
} as const satisfies Record<keyof AttendanceRow, string>;

/** What the decision shows of it. */
export function toAttendanceView(row: AttendanceRow, decision: Decision): AttendanceView {
  const { id, session, family, kind, date, marks, recordedOn, version } = row;
  const frame = { id, session, family, withheld: decision.withheld };
  // of the frame nothing ever changes (A-LST-04)
  return decision.shows('attendance')
    ? { ...frame, kind, date, marks: [...marks], recordedOn, version }
    : { ...frame, version: 1 };
}

export const toAttendanceReceipt = (
  { id, sessionId: session, familyId: family, version }: Attendance,
  isShown: boolean,
): AttendanceReceipt => ({ id, session, family, version: isShown ? version : 1 });
