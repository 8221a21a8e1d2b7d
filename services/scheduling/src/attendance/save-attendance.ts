import { AttendanceRecorded, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { Session } from '../calendar/appointment.js';
import type { Attendance, Mark } from './attendance.js';

/** Its marks are these, and no others; and the family's attendance is told. */
export async function saveMarks(
  tx: Tx,
  attendance: Attendance,
  session: Pick<Session, 'kind' | 'date'>,
  marks: readonly Mark[],
): Promise<void> {
  const { id } = attendance;
  await tx.query('DELETE FROM attendance_mark WHERE municipality = helhed.tenant() AND attendance_id = $1', [id]);
  await tx.query(
    `INSERT INTO attendance_mark (municipality, attendance_id, person_id, present, reason)
     SELECT helhed.tenant(), $1, * FROM unnest($2::uuid[], $3::boolean[], $4::text[])`,
    [id, marks.map(({ person }) => person), marks.map(({ present }) => present), marks.map(({ reason }) => reason)],
  );
  tx.emit(AttendanceRecorded, attendanceTold(attendance, session, marks));
}

/** Why somebody was away may tell of health: it is told in no event. */
function attendanceTold(
  { id: attendanceId, sessionId, groupId, familyId, programme }: Attendance,
  { kind, date: on }: Pick<Session, 'kind' | 'date'>,
  marks: readonly Pick<Mark, 'person' | 'present'>[],
) {
  const whoWas = (present: boolean) =>
    marks
      .filter((mark) => mark.present === present)
      .map(({ person }) => person)
      .toSorted();
  const of = { attendanceId, sessionId, groupId, familyId, programme, kind, on };
  return { ...of, present: whoWas(true), absent: whoWas(false) };
}

type SheetRow = Attendance & Pick<Session, 'kind' | 'date'> & { readonly marks: readonly Mark[] };

/** What a family was told of its attendance, as it stands now. */
export async function tellAttendance(tx: Tx, familyId: string): Promise<Told[]> {
  const sheets = await tx.query<SheetRow>(
    `SELECT att.id, att.session_id AS "sessionId", att.group_id AS "groupId", att.family_id AS "familyId", att.programme,
       a.kind, a.local_date::text AS date, (SELECT jsonb_agg(jsonb_build_object('person', am.person_id, 'present', am.present))
         FROM attendance_mark am WHERE am.municipality = att.municipality AND am.attendance_id = att.id) AS marks
     FROM attendance att JOIN appointment a ON a.municipality = att.municipality AND a.id = att.session_id
     WHERE att.municipality = helhed.tenant() AND att.family_id = $1 ORDER BY att.id`,
    [familyId],
  );
  return sheets.map((sheet) => tell(AttendanceRecorded, attendanceTold(sheet, sheet, sheet.marks)));
}

/** What was noted beforehand of sessions that will not be, or not for this family, is gone. */
export async function forgetAttendance(
  tx: Tx,
  sessions: readonly string[],
  familyId: string | null = null,
): Promise<void> {
  await tx.query(
    `DELETE FROM attendance WHERE municipality = helhed.tenant() AND session_id = ANY ($1::uuid[])
       AND ($2::uuid IS NULL OR family_id = $2)`,
    [sessions, familyId],
  );
}
