import { localDate } from '@helhed/kernel';
import { groupView, markHeld, markTalkHeld, type Group, type Session, type Talk } from '../nyborg-referred/course.js';
import type { Referral } from '../nyborg-referred/referrals.js';
import { moveTo, type World } from '../nyborg-referred/world.js';
import { eventually } from '../story/api.js';
import { personsOf, programme } from './fjord.js';

/** No room, and of two functions one member of staff each. */
export async function openGroup({ api, municipality }: World): Promise<Group> {
  const as = municipality.as('gitte');
  const add = async (who: 'gitte' | 'bodil', does: string) => {
    const body = { sub: municipality.subjects[who], unit: 'baadehuset', function: does, name: `${who} Prøve` };
    return (await api.post<{ id: string }>('/scheduling/v1/staff', { as, body })).body.id;
  };
  const staff = [await add('gitte', 'group-leader'), await add('bodil', 'boatman')];
  const body = { programme, name: 'Jollen', staff, startsOn: '2027-09-04' };
  const { body: group } = await eventually(
    'the programme known to scheduling',
    () => api.post<Group>('/scheduling/v1/groups', { as, body, notYet: /programme-unknown/ }),
    ({ status }) => status === 201,
  );
  return group;
}

/** The whole course, in every family's calendar. */
export async function placeCourse(world: World, id: string): Promise<Group> {
  const { version } = await groupView(world, id);
  const body = { from: '2027-09-01', weekday: 'saturday', startTime: '09:30' };
  const as = world.municipality.as('gitte');
  await world.api.post(`/scheduling/v1/groups/${id}:place-course`, { as, ifMatch: version, body });
  const isReady = ({ places, course, heads }: Group) =>
    course !== null && heads.families === places.length && places.every(({ seat }) => seat?.booked);
  return eventually('the course in every calendar, of families enrolled', () => groupView(world, id), isReady);
}

/** At its end the session is noted as held, and who came to it. @param away why the younger child of a family did not */
export async function hold(
  world: World,
  session: Session,
  crew: readonly Referral[],
  away: (index: number) => string | null = () => null,
): Promise<void> {
  await moveTo(world, new Date(session.endsAt));
  await markHeld(world, session);
  for (const [index, referral] of crew.entries()) {
    const reason = away(index);
    const [mother, elder, younger] = personsOf(referral);
    const came = [mother, elder].map((person) => ({ person, present: true, reason: null }));
    const marks = [...came, { person: younger, present: reason === null, reason }];
    const body = { session: session.id, family: referral.familyId, marks };
    await world.api.post('/scheduling/v1/attendance', { as: world.municipality.as('gitte'), body });
  }
}

/** With the mother and somebody of the club, as the definition asks for. */
export async function talk(world: World, placed: Talk, crew: readonly Referral[]): Promise<void> {
  const at = new Date(placed.endsAt);
  await moveTo(world, at);
  await markTalkHeld(world, placed);
  const { familyId } = placed;
  const [mother] = personsOf(crew.find((each) => each.familyId === familyId) as Referral);
  const participants = [
    { by: 'member', personId: mother },
    { by: 'unit', unit: 'klub-fyret', function: 'club-worker' },
  ];
  const body = { familyId, programme, conversation: placed.conversation, heldOn: localDate(at), participants };
  await world.api.post('/family-plan/v1/conversations', { as: world.municipality.as('gitte'), body });
}
