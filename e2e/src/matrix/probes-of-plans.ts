import { newId } from '@helhed/kernel';
import type { PageRow } from './oracle/page.js';
import type { Goal } from './oracle/recorded.js';
import { telling, toldInLog, type Probe } from './probe.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;
const refused = (problem: string) => ({ status: 422, problem }) as const;
/** Of a day that has not come: it is noted by nobody. */
const tooEarly = { said: 'Vi vil spise sammen.', saidOn: '2999-01-01' };

/** What institutions register of a child, and the goals that a family makes of it. */
export function probesOfPlans(row: PageRow, place: Place): Probe[] {
  const { path } = row;
  const families = [
    ...place.made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];
  switch (row.id) {
    case 'A-FAM-21':
      return registering(path, families, place);
    case 'A-FAM-23':
      return [...families.flatMap(([of, familyId]) => setting(path, of, familyId)), ...offering(path, place)];
    case 'A-FAM-24':
      return moving(path, place);
    case 'A-FAM-27':
      return stepping(path, place);
    case 'A-FAM-28':
      return families.flatMap(([of, familyId]) => holding(path, of, familyId));
    case 'A-FAM-32':
      return families.map(([of, id]) => {
        const recipient = place.world.families.find((family) => family.id === id)?.members[0]?.person ?? newId();
        return { of, path: `${path.replace('{id}', id)}?recipient=${recipient}`, target: id, otherwise: ok };
      });
    case 'A-FAM-30':
      return inPlan(place, place.world.conversations, 'conversation').map(([of, id]) => ({
        of,
        path: path.replace('{id}', id),
        target: id,
        otherwise: ok,
      }));
    default:
      return families.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, otherwise: ok }));
  }
}

type Family = readonly [of: string, family: string];

/** In a field that no form has, so that nothing is noted: of nobody's child, and of one that is. Of who is on no course nothing is noted in one that the form has. */
function registering(path: string, families: readonly Family[], { family, world }: Place): Probe[] {
  const isOnCourse = (of: string) => world.enrolments.some((each) => each.family === of && !each.ended);
  const one = (of: string, familyId: string, personId: string): Probe => ({
    of,
    path,
    body: {
      familyId,
      personId,
      filledOn: '2026-10-05',
      answers: [{ field: isOnCourse(familyId) ? 'no-such-field' : 'strengths', said: 'Leger godt.' }],
    },
    named: { family: familyId, child: personId },
    otherwise: isOnCourse(familyId)
      ? refused('registration-incomplete')
      : { status: 409, problem: 'registration-outside-course' },
  });
  const { id } = family('plain').family;
  return [
    ...families.map(([of, familyId]) => one(of, familyId, newId())),
    one('mother of plain', id, family('plain').persons['mor'] ?? ''),
    one('child of plain', id, family('plain').persons['barn'] ?? ''),
    one('child of closed', family('closed').family.id, family('closed').persons['barn'] ?? ''),
  ];
}

/** From a point that is in no registration; and as nobody of the family says it. */
function setting(path: string, of: string, familyId: string): Probe[] {
  const nobody = newId();
  return [
    {
      of,
      path,
      body: { from: 'work-point', familyId, workPointId: newId() },
      named: { family: familyId },
      otherwise: refused('work-point-unknown'),
    },
    {
      of: `nobody’s words in ${of}`,
      path,
      body: { from: 'family', familyId, words: { personId: nobody, ...tooEarly } },
      named: { family: familyId, parent: nobody },
      otherwise: refused('goal-incomplete'),
    },
  ];
}

/** From a point that is offered already, of which whoever may is told that goal: nothing changes. */
const offering = (path: string, { made, world }: Place): Probe[] =>
  made.flatMap(({ scenario, family }) => {
    const point = world.goals?.find((goal) => goal.family === family.id)?.point?.id;
    if (point === undefined || !telling.has(scenario.name)) return [];
    const body = { from: 'work-point', familyId: family.id, workPointId: point };
    const named = { family: family.id, point };
    return [{ of: `work point of ${scenario.name}`, path, body, named, otherwise: { status: 201 } }];
  });

/** Of goals that nobody has agreed to, and of what is no action. */
function stepping(path: string, place: Place): Probe[] {
  const fixed = { status: 409, problem: 'goal-fixed', wrong: toldInLog } as const;
  const doer = { by: 'unit', unit: 'familiestuen', function: 'group-leader' };
  const [body, otherwise] = path.endsWith(':move-action')
    ? [
        { actionId: newId(), state: 'done' },
        { ...refused('action-unknown'), wrong: toldInLog },
      ]
    : [path.endsWith(':add-option') ? { text: 'Øve os.' } : { text: 'Øve os.', doer, dueOn: '2030-01-07' }, fixed];
  return goalsIn(place).map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, body, otherwise }));
}

/** Each goal accepted by a parent too early, and by nobody; and left, which changes nothing of who may see it. */
function moving(path: string, place: Place): Probe[] {
  const goals = goalsIn(place);
  if (path.endsWith(':leave'))
    return goals.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, body: {}, otherwise: ok }));
  return goals.flatMap(([of, id, mother]) =>
    [mother, newId()].map((personId) => ({
      of: personId === mother ? of : `${of}, by nobody`,
      path: path.replace('{id}', id),
      target: id,
      body: { personId, ...tooEarly },
      named: { parent: personId },
      otherwise: { ...refused('goal-incomplete'), wrong: toldInLog },
    })),
  );
}

/** Each goal, its id, and a parent of its family. */
const goalsIn = (place: Place) => inPlan(place, place.world.goals, 'goal');

/** Those of families that tell something, with a parent of each; and nothing. */
function inPlan({ made }: Place, all: readonly Goal[] | undefined, kind: string) {
  return [
    ...(all ?? []).flatMap(({ id, family }) => {
      const of = made.find((each) => each.family.id === family);
      const name = of?.scenario.name ?? '';
      return telling.has(name) || name === 'not attended'
        ? [[`${kind} of ${name}`, id, of?.persons['mor'] ?? ''] as const]
        : [];
    }),
    ['nothing', newId(), newId()] as const,
  ];
}

/** On a day that has not come; and with nobody of the family. */
function holding(path: string, of: string, familyId: string): Probe[] {
  const nobody = newId();
  const body = { familyId, conversation: 'start', heldOn: tooEarly.saidOn };
  const leader = { by: 'unit', unit: 'familiestuen', function: 'group-leader' };
  const otherwise = refused('conversation-incomplete');
  return [
    { of, path, body: { ...body, participants: [leader] }, named: { family: familyId }, otherwise },
    {
      of: `with nobody of ${of}`,
      path,
      body: { ...body, participants: [{ by: 'member', personId: nobody }] },
      named: { family: familyId, parent: nobody },
      otherwise,
    },
  ];
}
