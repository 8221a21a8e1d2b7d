import { AttendanceRecorded } from '@helhed/contracts';
import { on, readModel } from './read-model.js';

/** How many of a family came to a session, and how many did not. Whose it is decides to whom parts are told; no row names it. */
export type Attendance = {
  readonly attendanceId: string;
  readonly sessionId: string;
  readonly familyId: string;
  readonly programme: string;
  readonly heldOn: string;
  readonly present: number;
  readonly absent: number;
};

export const attendances = readModel<Attendance>({
  table: 'attendance',
  id: 'attendanceId',
  columns: {
    attendanceId: 'uuid',
    sessionId: 'uuid',
    familyId: 'uuid',
    programme: 'text',
    heldOn: 'date',
    present: 'integer',
    absent: 'integer',
  },
  evolve: [
    // the latest holds: corrected, or taken back as nobody
    on(AttendanceRecorded, (_: Attendance | undefined, data) => {
      const { attendanceId, sessionId, familyId, programme, on: heldOn, present, absent } = data;
      return { attendanceId, sessionId, familyId, programme, heldOn, present, absent };
    }),
  ],
});
