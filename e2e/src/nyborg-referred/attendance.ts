import { eventually } from '../story/api.js';
import type { Sheet } from './attendance-page.js';
import { markHeld, type Session } from './course.js';
import type { Referral } from './referrals.js';
import type { World } from './world.js';

/** Somebody of the family will not come to a session: noted beforehand by who runs it. */
export const noteAbsence = (world: World, session: string, family: string, person: string): Promise<void> =>
  note(world, 'gitte', { session, family, marks: [{ person, present: false, reason: 'illness' }] });

/** Everybody of the family whom the session is for. @param isIll whether one child of it is */
export function sheetOf({ kind }: Session, { familyId, members }: Referral, isIll: boolean): Sheet {
  const wanted = kind === 'session' ? members : members.filter(({ role }) => role === 'parent');
  const persons = wanted.map(({ personId }) => personId as string);
  return { family: familyId, persons, ill: isIll ? persons.slice(-1) : [] };
}

/** Who came: the session is marked as held, and each family's attendance noted. */
export async function noteEach(
  world: World,
  leader: string,
  { session }: { readonly session: Session },
  sheets: readonly Sheet[],
): Promise<void> {
  await markHeld(world, session);
  for (const { family, persons, ill } of sheets) {
    const marks = persons.map((person) =>
      ill.includes(person) ? { person, present: false, reason: 'illness' } : { person, present: true, reason: null },
    );
    await note(world, leader, { session: session.id, family, marks });
  }
}

async function note({ api, municipality }: World, leader: string, body: object): Promise<void> {
  await eventually(
    'the family enrolled at its group',
    () => api.post('/scheduling/v1/attendance', { as: municipality.as(leader), body, notYet: /attendance-invalid/ }),
    ({ status }) => status === 201,
  );
}
