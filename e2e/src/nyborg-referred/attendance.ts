import { eventually } from '../story/api.js';
import type { World } from './world.js';

/** Somebody of the family will not come to a session: noted beforehand by who runs it. */
export const noteAbsence = (world: World, session: string, family: string, person: string): Promise<void> =>
  note(world, 'gitte', { session, family, marks: [{ person, present: false, reason: 'illness' }] });

/** Who of a family came; who is ill stays away. */
export const noteAttendance = (
  world: World,
  leader: string,
  session: string,
  { family, persons, ill }: { family: string; persons: readonly string[]; ill: readonly string[] },
): Promise<void> =>
  note(world, leader, {
    session,
    family,
    marks: persons.map((person) =>
      ill.includes(person) ? { person, present: false, reason: 'illness' } : { person, present: true, reason: null },
    ),
  });

async function note({ api, municipality }: World, leader: string, body: object): Promise<void> {
  await eventually(
    'the family enrolled at its group',
    () => api.post('/scheduling/v1/attendance', { as: municipality.as(leader), body, notYet: /attendance-invalid/ }),
    ({ status }) => status === 201,
  );
}
