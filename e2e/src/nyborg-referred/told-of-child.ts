import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { programme, type World } from './world.js';

/** The group's leader notes what a child said, and that the child agreed to its parents reading it. */
export async function recordChildView({ api, municipality }: World, familyId: string, personId: string): Promise<void> {
  const as = municipality.as('gitte');
  const body = {
    familyId,
    personId,
    programme,
    said: 'Jeg vil helst spise sammen alle sammen.',
    how: 'told',
    toldOn: localDate(new Date()),
  };
  const { body: made } = await eventually(
    'the family known to its group’s leader',
    () => api.post<{ id: string }>('/family-plan/v1/child-views', { as, body, notYet: /family-unknown/ }),
    ({ status }) => status === 201,
  );
  await api.post(`/family-plan/v1/child-views/${made.id}:open`, { as, ifMatch: 1, body: { by: 'child' } });
}

/** The group's leader registers what to work on with a child; it is offered to the parents. */
export async function offerGoal({ api, municipality }: World, familyId: string, personId: string): Promise<string> {
  const as = municipality.as('gitte');
  const form = {
    familyId,
    personId,
    programme,
    filledOn: localDate(new Date()),
    answers: [{ field: 'strengths', said: 'Trøster de andre børn.' }],
    workPoints: ['At sige til, når legen bliver for vild.'],
  };
  await eventually(
    'the family enrolled in family-plan',
    () => api.post('/family-plan/v1/registrations', { as, body: form, notYet: /registration-outside-course/ }),
    ({ status }) => status === 201,
  );
  const { body } = await api.get<{ items: { workPoints?: { id: string }[] }[] }>(
    `/family-plan/v1/families/${familyId}/registrations`,
    { as },
  );
  const workPointId = body.items[0]?.workPoints?.[0]?.id;
  const wish = { from: 'work-point', familyId, workPointId };
  return (await api.post<{ id: string }>('/family-plan/v1/goals', { as, body: wish })).body.id;
}

/** A parent says what the family wants, and it is agreed what could be done, and by whom. */
export async function sayGoal({ api, municipality }: World, familyId: string, personId: string): Promise<void> {
  const as = municipality.as('gitte');
  const saidOn = localDate(new Date());
  const words = { personId, said: 'Vi vil spise morgenmad sammen, før vi skal ud ad døren.', saidOn };
  const { body: goal } = await api.post<{ id: string }>('/family-plan/v1/goals', {
    as,
    body: { from: 'family', familyId, words },
  });
  const steps = `/family-plan/v1/goals/${goal.id}`;
  await api.post(`${steps}:add-option`, { as, body: { text: 'Vi kan lægge tøjet frem om aftenen.' } });
  const doer = { by: 'member', personId };
  await api.post(`${steps}:add-action`, { as, body: { text: 'Dækker bord om aftenen.', doer, dueOn: saidOn } });
}

/** The group's leader notes the first conversation, with everybody named; the contact pedagogue was away. @returns its id */
export async function holdConversation(
  { api, municipality }: World,
  familyId: string,
  persons: readonly string[],
): Promise<string> {
  const { body } = await api.post<{ id: string }>('/family-plan/v1/conversations', {
    as: municipality.as('gitte'),
    body: {
      familyId,
      programme,
      conversation: 'start',
      heldOn: localDate(new Date()),
      participants: persons.map((personId) => ({ by: 'member', personId })),
      missing: [{ who: { by: 'function', function: 'contact-pedagogue' }, reason: 'Var syg.' }],
    },
  });
  return body.id;
}

/** One holder's custody of a child is to end in two months: soon enough for a task, and not before anybody looks. */
export async function endCustodySoon({ api, municipality }: World, familyId: string, child: string): Promise<void> {
  const as = municipality.as('vibeke');
  const { body } = await api.get<{ items: { id: string; childId: string; version: number }[] }>(
    `/family-plan/v1/families/${familyId}/custody`,
    { as },
  );
  const custody = body.items.find(({ childId }) => childId === child);
  const on = localDate(new Date(Date.now() + 60 * 86_400_000));
  await api.post(`/family-plan/v1/custody/${custody?.id}:end`, {
    as,
    ifMatch: custody?.version ?? 0,
    body: { on },
  });
}
