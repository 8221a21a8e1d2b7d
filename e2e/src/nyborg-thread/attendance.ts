import { eventually } from '../story/api.js';
import type { World } from './world.js';

/** Somebody of the family will not come to a session: noted beforehand by who runs it. */
export async function noteAbsence(
  { api, municipality }: World,
  session: string,
  family: string,
  person: string,
): Promise<void> {
  const body = { session, family, marks: [{ person, present: false, reason: 'illness' }] };
  await eventually(
    'the family enrolled at its group',
    () => api.post('/scheduling/v1/attendance', { as: municipality.as('gitte'), body, notYet: /attendance-invalid/ }),
    ({ status }) => status === 201,
  );
}
