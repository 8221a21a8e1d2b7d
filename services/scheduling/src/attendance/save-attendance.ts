import { AttendanceRecorded, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { Session } from '../calendar/appointment.js';
import { holdSession } from '../courses/hold-session.js';
import type { Attendance, Mark } from './attendance.js';
import type { Sitting } from './expected-at.js';

/**
 * Its marks are these, and no others; and the family's attendance is told. Where somebody came, the session was held: whoever
 * may note the one may mark the other. @returns whose marks it had before
 */
export async function saveMarks(
  tx: Tx,
  attendance: Attendance,
  { session, group }: Pick<Sitting, 'session' | 'group'>,
  marks: readonly Mark[],
): Promise<string[]> {
  const { id } = attendance;
  const before = await tx.query<{ person: string }>(
    `WITH gone AS (DELETE FROM attendance_mark WHERE municipality = helhed.tenant() AND attendance_id = $1 RETURNING person_id)
     SELECT person_id AS person FROM gone`,
    [id],
  );
  await tx.query(
    `INSERT INTO attendance_mark (municipality, attendance_id, person_id, present, reason)
     SELECT helhed.tenant(), $1, * FROM unnest($2::uuid[], $3::boolean[], $4::text[])`,
    [id, marks.map(({ person }) => person), marks.map(({ present }) => present), marks.map(({ reason }) => reason)],
  );
  tx.emit(AttendanceRecorded, attendanceTold(attendance, session, marks));
  if (marks.some(({ present }) => present)) await holdSession(tx, session, group);
  return before.map(({ person }) => person);
}

/** Whoever hears it may keep it longer than the attendance is kept: so it says how many, and never who or why. */
function attendanceTold(
  { id: attendanceId, sessionId, groupId, familyId, programme }: Attendance,
  { kind, date: on }: Pick<Session, 'kind' | 'date'>,
  marks: readonly Pick<Mark, 'present'>[],
) {
  const howMany = (present: boolean) => marks.filter((mark) => mark.present === present).length;
  const of = { attendanceId, sessionId, groupId, familyId, programme, kind, on };
  return { ...of, present: howMany(true), absent: howMany(false) };
}

type SheetRow = Attendance & Pick<Session, 'kind' | 'date'> & { readonly marks: readonly Mark[] };

/** What a family was told of its attendance, as it stands now. */
export async function tellAttendance(tx: Tx, familyId: string): Promise<Told[]> {
  const sheets = await tx.query<SheetRow>(
    `SELECT att.id, att.session_id AS "sessionId", att.group_id AS "groupId", att.family_id AS "familyId", att.programme,
       a.kind, a.local_date::text AS date, (SELECT jsonb_agg(jsonb_build_object('present', am.present))
         FROM attendance_mark am WHERE am.municipality = att.municipality AND am.attendance_id = att.id) AS marks
     FROM attendance att JOIN appointment a ON a.municipality = att.municipality AND a.id = att.session_id
     WHERE att.municipality = helhed.tenant() AND att.family_id = $1 ORDER BY att.id`,
    [familyId],
  );
  return sheets.map((sheet) => tell(AttendanceRecorded, attendanceTold(sheet, sheet, sheet.marks)));
}

/** What was noted beforehand of sessions that will not be, or not for this family, is gone, and told as nobody. */
export async function forgetAttendance(
  tx: Tx,
  sessions: readonly string[],
  familyId: string | null = null,
): Promise<void> {
  const gone = await tx.query<Omit<SheetRow, 'marks'>>(
    `WITH gone AS (DELETE FROM attendance WHERE municipality = helhed.tenant() AND session_id = ANY ($1::uuid[])
       AND ($2::uuid IS NULL OR family_id = $2) RETURNING *)
     SELECT gone.id, gone.session_id AS "sessionId", gone.group_id AS "groupId", gone.family_id AS "familyId", gone.programme,
       a.kind, a.local_date::text AS date
     FROM gone JOIN appointment a ON a.municipality = gone.municipality AND a.id = gone.session_id ORDER BY gone.id`,
    [sessions, familyId],
  );
  for (const sheet of gone) tx.emit(AttendanceRecorded, attendanceTold(sheet as SheetRow, sheet, []));
}
