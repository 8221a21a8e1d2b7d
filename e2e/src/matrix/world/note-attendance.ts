import type { Attendance, Owned } from '../oracle/recorded.js';
import type { Group } from '../oracle/world.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';

/** Of each family with a seat in Gitte's group: mother and child stay away from a session. */
export async function noteAttendance(
  maker: Maker,
  made: readonly Made[],
  { seats, unit }: Group,
  session: Owned['id'],
): Promise<Attendance[]> {
  const noted: Attendance[] = [];
  for (const { family } of seats) {
    const persons = ['mor', 'barn'].map((ref) => made.find((each) => each.family.id === family)?.persons[ref] ?? '');
    const marks = persons.map((person) => ({ person, present: false, reason: 'illness' }));
    const { id } = await maker.post<{ id: string }>('gitte', '/scheduling/v1/attendance', { session, family, marks });
    noted.push({ id, family, session, unit, persons });
  }
  return noted;
}
