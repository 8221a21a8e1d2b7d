import { frame, withheld } from '@helhed/access';
import { code, date, id, type AbsencesClaim } from '@helhed/contracts';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';

const someId = id.toLowerCase();
const kind = z.enum(['session', 'theme-evening']);

const marks = z
  .array(
    z.strictObject({
      person: someId.describe('Somebody of the family whom the session is for.'),
      present: z.boolean(),
      reason: code.nullable().describe('Why the person was away: a code of the definition. Null of who came.'),
    }),
  )
  .min(1)
  .max(30)
  .refine(
    (given) => new Set(given.map(({ person }) => person)).size === given.length,
    rule('twice', 'Hver person én gang.', 'Each person once.'),
  );

const exampleMarks = [
  { person: '0198a1b2-0000-7000-8000-000000000023', present: true, reason: null },
  { person: '0198a1b2-0000-7000-8000-000000000025', present: false, reason: 'illness' },
];
const example = {
  id: '0198a1b2-0000-7000-8000-000000000060',
  session: '0198a1b2-0000-7000-8000-000000000021',
  family: '0198a1b2-0000-7000-8000-000000000013',
};
const { session, family } = example;

export const RecordAttendance = z
  .strictObject({ session: someId, family: someId, marks })
  .meta({ id: 'RecordAttendance', examples: [{ session, family, marks: exampleMarks }] });
export type RecordAttendance = z.infer<typeof RecordAttendance>;

export const CorrectAttendance = z
  .strictObject({ marks: marks.describe('All of them, as they are to be: whoever is left out has none.') })
  .meta({ id: 'CorrectAttendance', examples: [{ marks: exampleMarks }] });
export type CorrectAttendance = z.infer<typeof CorrectAttendance>;

export const AttendanceReceipt = frame(
  z
    .strictObject({ id, session: id, family: id, version: z.int().positive().describe('As the list shows it.') })
    .meta({ id: 'AttendanceReceipt' }),
);
export type AttendanceReceipt = z.infer<typeof AttendanceReceipt>;

const content = {
  kind,
  date: date.describe('The day of the session.'),
  marks: z.array(z.strictObject({ person: id, present: z.boolean(), reason: code.nullable() })),
  recordedOn: date.describe('When it was noted or corrected last.'),
};

export const AttendanceView = z
  .strictObject({
    id,
    session: id,
    family: id,
    ...z.strictObject(content).partial().shape,
    version: z.int().positive().describe('Counts how often it was corrected; 1 where the marks are withheld.'),
    withheld,
  })
  .meta({ id: 'Attendance' });
export type AttendanceView = z.infer<typeof AttendanceView>;
export const AttendancePage = pageOf(AttendanceView);
export const AttendanceQuery = pageQuery({});
export type AttendanceQuery = z.infer<typeof AttendanceQuery>;
export const FamilyAttendanceQuery = pageQuery({
  session: someId.optional().describe('At this session alone.'),
});
export type FamilyAttendanceQuery = z.infer<typeof FamilyAttendanceQuery>;

export const OwnAttendance = z
  .strictObject({
    id,
    unit: code.describe('Which has it.'),
    session: id,
    kind,
    date: content.date,
    present: z.boolean(),
    reason: code.nullable(),
    recordedOn: content.recordedOn,
  })
  .meta({ id: 'OwnAttendance' });
export type OwnAttendance = z.infer<typeof OwnAttendance>;
export const OwnAttendancePage = pageOf(OwnAttendance);

export const receiptExample: AttendanceReceipt = { ...example, version: 1 };
const told = { kind: 'session' as const, date: '2026-10-01', recordedOn: '2026-10-01' };
export const attendancePageExample = {
  items: [{ ...example, ...told, marks: exampleMarks, version: 1, withheld: [] }],
  next: null,
  total: 1,
};
export const ownAttendancePageExample = {
  items: [{ id: example.id, unit: 'familiestuen', session, ...told, present: false, reason: 'illness' }],
  next: null,
  total: 1,
};

export const absencesExample: AbsencesClaim = {
  sessionId: '0198a1b2-0000-7000-8000-000000000044',
  reasons: [{ code: 'illness', persons: 2 }],
};
