import { newId } from '@helhed/kernel';
import { programme } from '../nyborg-referred/world.js';
import { followedOf } from './family.js';
import { headOf, itemOf, json, type Asker, type Consent, type Kind } from './kind.js';

const readBy = (as: Asker, rests: Consent) => ({ as, rests, service: 'family-plan', method: 'GET' }) as const;

/** A family by whoever is tied to it in another area: A-FAM-01 to 03, 22, 25, 29, 30. */
const ofFamily = (who: string, as: Asker, rests: Consent): readonly [view: Kind, ...lists: Kind[]] => [
  {
    ...readBy(as, rests),
    name: `${who}’s view`,
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}`,
    shows: (seen) => json<{ members: unknown }>(seen).members !== undefined,
  },
  {
    ...readBy(as, rests),
    name: `${who}’s list of a family’s enrolments`,
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/enrolments`,
    shows: (seen, { familyId }) => itemOf(seen, familyId)?.groupId !== undefined,
  },
  {
    ...readBy(as, rests),
    name: `${who}’s list of enrolments`,
    path: () => '/family-plan/v1/enrolments?limit=50',
    shows: (seen, { familyId }) => itemOf(seen, familyId)?.groupId !== undefined,
  },
  {
    ...readBy(as, rests),
    name: `${who}’s list of what was registered of a family’s children`,
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/registrations`,
    shows: (seen) => (json<{ items: { answers?: unknown }[] }>(seen).items ?? []).some(({ answers }) => answers),
  },
  {
    ...readBy(as, rests),
    name: `${who}’s list of a family’s goals`,
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/goals`,
    shows: (seen) =>
      (json<{ items: { words?: unknown; workPoint?: unknown }[] }>(seen).items ?? []).some(
        ({ words, workPoint }) => words ?? workPoint,
      ),
  },
  {
    ...readBy(as, rests),
    name: `${who}’s list of a family’s conversations`,
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/conversations`,
    shows: (seen) => (json<{ items: { heldOn?: string }[] }>(seen).items ?? []).some(({ heldOn }) => heldOn),
  },
  {
    ...readBy(as, rests),
    name: `${who}’s look at a conversation`,
    path: ({ conversation }) => `/family-plan/v1/conversations/${conversation}`,
    shows: (seen) => json<{ goals: unknown }>(seen).goals !== undefined,
  },
];

const printed = (who: string, as: Asker, rests: Consent): Kind => ({
  ...readBy(as, rests),
  name: `${who}’s print of a family’s plan`,
  path: ({ familyId, parents }) => `/family-plan/v1/families/${familyId}/printed-plan?recipient=${parents[0]}`,
  shows: ({ status, body }) => status === 200 && body.includes('<h2>Det vil vi</h2>'),
});

/** A-CMD-02: a name that is taken tells that it is of the family. Of a day that has not come nothing is noted. */
const naming = (who: string, as: Asker, rests: Consent): Kind => ({
  ...readBy(as, rests),
  name: `${who}’s naming of somebody of a family`,
  method: 'POST',
  path: () => '/family-plan/v1/privacy-notices',
  headers: () => ({ 'idempotency-key': newId() }),
  body: ({ familyId, parents: [personId] }) => ({
    familyId,
    personId,
    programme,
    outcome: 'given',
    on: '2999-01-01',
    how: 'in-person',
  }),
  shows: ({ status, body }) => status === 422 && body.includes('privacy-notice-incomplete'),
});

/** A-CMD-03: what is asked of the action tells that the plan is read. No goal has such an action. */
const moving = (who: string, as: Asker, rests: Consent): Kind => ({
  ...readBy(as, rests),
  name: `${who}’s change of a family’s goal`,
  method: 'POST',
  path: ({ goal }) => `/family-plan/v1/goals/${goal}:move-action`,
  headers: () => ({ 'idempotency-key': newId() }),
  body: () => ({ actionId: newId(), state: 'done' }),
  shows: ({ status, body }) => status === 422 && body.includes('action-unknown'),
});

/** A-CMD-07: what is asked of the form by itself tells that the enrolment is read. No form has such a field. */
const filling = (who: string, as: Asker, rests: Consent): Kind => ({
  ...readBy(as, rests),
  name: `${who}’s form about its own child`,
  method: 'POST',
  path: () => '/family-plan/v1/registrations',
  headers: () => ({ 'idempotency-key': newId() }),
  body: ({ familyId, child: personId }) => ({
    familyId,
    personId,
    programme,
    filledOn: '2026-01-01',
    answers: [{ field: 'no-such-field', said: 'Leger godt.' }],
    workPoints: [],
  }),
  shows: ({ status, body }) => status === 422 && body.includes('registration-incomplete'),
});

const childViews = (who: string, as: Asker, rests: Consent): Kind => ({
  ...readBy(as, rests),
  name: `${who}’s list of what a family’s children said`,
  path: ({ familyId }) => `/family-plan/v1/families/${familyId}/child-views`,
  shows: (seen) => (json<{ items: { said?: string }[] }>(seen).items ?? []).some(({ said }) => said !== undefined),
});

/** Of a family whose course is over, which is another; of what was registered in the course there is nothing then (A-REL-07). */
const ofFollowed = (who: string, as: Asker): readonly Kind[] =>
  [...ofFamily(who, as, 'followUp'), moving(who, as, 'followUp'), printed(who, as, 'followUp')]
    .filter(({ name }) => !name.includes('registered'))
    .map((kind) => ({
      ...kind,
      path: (family) => kind.path(followedOf(family)),
      shows: (seen, family) => kind.shows(seen, followedOf(family)),
    }));

const partner = ofFamily('a partner', 'trine', 'cooperation');

export const kindsOfFamilyPlan: readonly Kind[] = [
  ...partner,
  headOf(partner[0]),
  // by the relation `institution` alone (A-REL-05): a day care that sees its own children
  ...ofFamily('an institution', 'mette', 'attendance'),
  ...ofFamily('a team', 'sofie', 'coordination'),
  {
    ...readBy('sofie', 'coordination'),
    name: 'a team’s list of custody',
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/custody`,
    shows: (seen) => (json<{ items: { holderId?: string }[] }>(seen).items ?? []).some((each) => each.holderId),
  },
  {
    ...readBy('sofie', 'coordination'),
    name: 'a team’s tasks for custody that ends',
    path: () => '/family-plan/v1/custody-tasks?limit=200',
    shows: (seen, { familyId }) => itemOf(seen, familyId) !== undefined,
  },
  {
    ...readBy('sofie', 'coordination'),
    name: 'a team’s list of who was informed',
    path: ({ familyId }) => `/family-plan/v1/privacy-notices?familyId=${familyId}`,
    shows: (seen, { familyId }) => itemOf(seen, familyId) !== undefined,
  },
  childViews('a team', 'sofie', 'coordination'),
  ...ofFamily('a contact', 'clara', 'contact'),
  childViews('a contact', 'clara', 'contact'),
  {
    ...readBy('petra', 'observation'),
    name: 'a psychologist’s list of a family’s observations',
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/observations`,
    shows: (seen) => (json<{ items: { offeredOn?: string }[] }>(seen).items ?? []).some(({ offeredOn }) => offeredOn),
  },
  {
    ...readBy('petra', 'observation'),
    name: 'a psychologist’s look at an observation',
    path: ({ observation }) => `/family-plan/v1/observations/${observation}`,
    shows: (seen) => json<{ offeredOn: string }>(seen).offeredOn !== undefined,
  },
  {
    ...readBy('gitte', 'video'),
    name: 'a group leader’s list of a family’s videos',
    path: ({ familyId }) => `/family-plan/v1/families/${familyId}/videos`,
    shows: (seen) => (json<{ items: { reference?: string }[] }>(seen).items ?? []).some(({ reference }) => reference),
  },
  {
    ...readBy('gitte', 'video'),
    name: 'a group leader’s look at a video',
    path: ({ video }) => `/family-plan/v1/videos/${video}`,
    shows: (seen) => json<{ reference: string }>(seen).reference !== undefined,
  },
  naming('a team', 'sofie', 'coordination'),
  naming('a contact', 'clara', 'contact'),
  filling('an institution', 'mette', 'attendance'),
  moving('a team', 'sofie', 'coordination'),
  moving('a contact', 'clara', 'contact'),
  printed('a team', 'sofie', 'coordination'),
  printed('a contact', 'clara', 'contact'),
  ...ofFollowed('who follows up', 'clara'),
];
