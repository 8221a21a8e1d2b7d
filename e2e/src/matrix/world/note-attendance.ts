import type { Appointment, Attendance } from '../oracle/recorded.js';
import type { Group } from '../oracle/world.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';

interface Session {
  readonly id: string;
  readonly kind: Appointment;
}

/** Of each family with a seat in Gitte's group: who stays away from which session. */
export async function noteAttendance(
  maker: Maker,
  made: readonly Made[],
  { seats, unit }: Group,
  sessions: readonly Session[],
): Promise<Attendance[]> {
  const noted: Attendance[] = [];
  const ordinary = sessions.filter(({ kind }) => kind === 'session');
  for (const { family } of seats) {
    const of = made.find((each) => each.family.id === family);
    for (const [index, refs] of (of?.scenario.absences ?? [['mor', 'barn']]).entries()) {
      const session = ordinary[index]?.id ?? '';
      const persons = refs.map((ref) => of?.persons[ref] ?? '');
      const marks = persons.map((person) => ({ person, present: false, reason: 'illness' }));
      const { id } = await maker.post<{ id: string }>('gitte', '/scheduling/v1/attendance', { session, family, marks });
      noted.push({ id, family, session, unit, persons });
    }
  }
  return noted;
}
