import { newId } from '@helhed/kernel';
import { programme } from './oracle/example-world.js';
import type { PageRow } from './oracle/page.js';
import type { Appointment, Feed } from './oracle/recorded.js';
import { bodyOfNeed, needsIn, probesOfNaming, talksToNeedAt, toldOfFamilies } from './probes-of-needs.js';
import { ofPersons } from './probes-of-children.js';
import { noVersion, stale, toldInLog, type Probe } from './probe.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;
const created = { status: 201 } as const;

export function probesOfScheduling(row: PageRow, place: Place): Probe[] {
  const { world, made } = place;
  const { path, method } = row;
  const command = method === 'POST' ? { ifMatch: noVersion, otherwise: stale } : { otherwise: ok };
  const by = (things: readonly (readonly [string, string])[], more: Partial<Probe> = {}): Probe[] =>
    [...things, ['nothing', newId()] as const].map(([of, id]) => ({
      of,
      path: path.replace(/\{\w+\}/, id),
      target: id,
      ...command,
      ...more,
    }));
  const all = (kind: string) =>
    world.owned
      .filter((each) => each.kind === kind)
      .map(({ id, unit }, index) => [`${kind} ${index + 1} of ${unit}`, id] as const);
  const groups = world.groups.map(({ id, unit }, index) => [`group ${index + 1} of ${unit}`, id] as const);
  const list: Probe[] = [{ of: 'all', path, otherwise: ok }];
  const inUnits = (body: (unit: string) => unknown): Probe[] =>
    ['familiestuen', 'familiestuen-syd'].map((unit) => ({
      of: `in ${unit}`,
      path,
      body: body(unit),
      named: { unit },
      otherwise: created,
    }));
  const families = [
    ...made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];
  const memberOf = (family: string, ref = 'mor') =>
    made.find((each) => each.family.id === family)?.persons[ref] ?? newId();
  const nameOfFeed = ({ subject, recipient }: Feed): string => {
    const found = made.find(({ family }) => family.id === subject);
    const to = found && Object.keys(found.persons).find((ref) => found.persons[ref] === recipient);
    const of = `feed of ${found?.scenario.name ?? 'staff'}`;
    return to === undefined || to === 'mor' ? of : `${of} to ${to}`;
  };
  const staff = all('staff');
  const nameOf = (family: string) => made.find((each) => each.family.id === family)?.scenario.name ?? '';
  // the first session is held already, and the last is off
  const talks = world.owned.filter(({ kind }) => kind === 'conversation');
  const talkOf = (family: string) => talks.find((each) => each.family === family);
  const second = (family: string, kind: Appointment = 'session') => {
    const of = world.groups.find(({ seats }) => seats.some((seat) => seat.family === family)) ?? world.groups[0];
    return world.owned.filter(({ group, appointment }) => group === of?.id && appointment === kind)[1]?.id ?? '';
  };

  switch (row.id) {
    case 'A-SCH-01':
      return path.includes('{id}') ? by(all('room')) : list;
    case 'A-SCH-02':
      return inUnits((unit) =>
        path.endsWith('rooms') ? { unit, name: 'Et rum' } : () => ({ sub: `new-${newId()}`, unit, name: 'Ny Prøve' }),
      );
    case 'A-SCH-03':
      return path.includes('{id}') ? by(all('closure')) : list;
    case 'A-SCH-04':
      return [
        { of: 'far ahead', path, body: { name: 'Ferie', from: '2035-07-01', until: '2035-07-08' }, otherwise: created },
      ];
    case 'A-SCH-05':
      return path.includes('{id}') ? by(staff) : list;
    case 'A-SCH-06': {
      const body = { room: newId(), date: '2026-11-20', startTime: '09:00', minutes: 60 };
      return [{ of: 'no such room', path, body, otherwise: { status: 422 } }];
    }
    case 'A-SCH-07':
    case 'A-SCH-08':
      return by(all('booking'));
    case 'A-SCH-09':
      return list;
    case 'A-SCH-10':
      // one member of staff is fewer than the definition asks for
      return [...staff, ['nobody', newId()] as const].map(([of, id]) => ({
        of,
        path,
        body: { programme, name: 'En gruppe', staff: [id], startsOn: '2026-10-12' },
        named: { staff: id },
        otherwise: { status: 422, problem: '!resource-unknown' },
      }));
    case 'A-SCH-11':
      return by(groups);
    case 'A-SCH-12':
      return by(groups, { body: { from: '2026-10-12', weekday: 'monday', startTime: '16:00' } });
    case 'A-SCH-35':
      // one of its own: who is not on the group is off it already
      return [...groups, ['nothing', newId()] as const].flatMap((group) => {
        const member = world.owned.find((each) => each.kind === 'staff' && each.group === group[1]);
        return by([group], { body: { staff: member?.id ?? newId() } }).slice(0, 1);
      });
    case 'A-SCH-36':
      return by(groups, { body: { staff: newId() } });
    case 'A-SCH-37':
    case 'A-SCH-39':
      return list;
    case 'A-SCH-13':
    case 'A-SCH-18':
    case 'A-SCH-31':
      // the first is held already
      return by(all('session').slice(1, 3));
    case 'A-SCH-40':
      return by([['nothing', newId()], ...all('session').slice(0, 2)].slice(0, 3) as [string, string][]);
    case 'A-SCH-32':
    case 'A-SCH-34':
    case 'A-SCH-55':
      return by(all('session').slice(1, 3), { body: { date: '2026-11-24', startTime: '16:00' } });
    case 'A-SCH-14':
      return [
        ...[...families.map(([of, family]) => [of, family, memberOf(family)] as const), ...recipientsOf(place)].map(
          ([of, family, recipient]) => ({
            of,
            path,
            body: { for: 'family', family, recipient },
            named: { family, recipient },
            otherwise: created,
          }),
        ),
        ...staff.map(([of, id]) => ({
          of,
          path,
          body: { for: 'staff', staff: id },
          named: { staff: id },
          otherwise: created,
        })),
      ];
    case 'A-SCH-15':
      return by(world.feeds.map((feed) => [nameOfFeed(feed), feed.id] as const));
    case 'A-SCH-16':
      return by(world.feeds.map((feed) => [nameOfFeed(feed), feed.secret] as const));
    case 'A-SCH-25':
      return [{ of: 'due', path: `${path}?cancel=due`, otherwise: ok }];
    case 'A-SCH-28':
      // nobody's person: whoever may is told so, and nothing is noted
      return families.map(([of, family]) => ({
        of,
        path,
        body: { session: second(family), family, marks: [{ person: newId(), present: false, reason: 'illness' }] },
        named: { session: second(family), family },
        otherwise: { status: 422, problem: '!resource-unknown', wrong: toldInLog },
      }));
    case 'A-SCH-29':
      return by(
        (world.attendance ?? []).map(({ id, family }) => [`attendance of ${nameOf(family)}`, id] as const),
        { body: { marks: [{ person: newId(), present: false, reason: 'illness' }] } },
      );
    case 'A-SCH-41':
      return probesOfNaming(path, [
        ...families.map(([of, family]) => [of, family, second(family)] as const),
        ...talksToNeedAt(place, talks),
      ]);
    case 'A-SCH-42':
      return toldOfFamilies(by(needsIn(place), bodyOfNeed(path)));
    case 'A-SCH-43':
      return list;
    case 'A-SCH-51':
      // of whoever may, it is none of the definition's, and nothing is placed
      return families.map(([of, family]) => {
        const group = world.groups.find(({ seats }) => seats.some((seat) => seat.family === family))?.id ?? newId();
        return {
          of,
          path,
          body: { group, family, conversation: 'none', date: '2026-11-24', startTime: '10:00' },
          named: { groupId: group, family },
          otherwise: { status: 422, problem: '!resource-unknown' },
        };
      });
    case 'A-SCH-52':
      return by(
        made.flatMap(({ scenario, family }) => {
          const talk = talkOf(family.id);
          // of a course that is over it is off already
          return talk && !scenario.closed ? [[`conversation with ${scenario.name}`, talk.id] as const] : [];
        }),
        path.endsWith(':move') ? { body: { date: '2026-11-24', startTime: '10:00' } } : {},
      );
    case 'A-SCH-21':
    case 'A-SCH-26':
      return families.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, otherwise: ok }));
    case 'A-SCH-22':
    case 'A-SCH-27':
      return [...ofPersons(place), ['nothing', newId()] as const].map(([of, id]) => ({
        of,
        path: path.replace('{id}', id),
        target: id,
        otherwise: ok,
      }));
    case 'A-SCH-19': {
      const [off = ''] = world.cancelled ?? [];
      const { id: plain } = place.family('plain').family;
      const { id: apart } = place.family('custody ended').family;
      const [, session = ''] = all('session')[1] ?? [];
      const one = (of: string, target: string, family: string, recipient = memberOf(family)): Probe => ({
        of,
        path: `${path.replace('{id}', target)}?family=${family}&recipient=${recipient}`,
        target,
        named: { family, recipient },
        otherwise: ok,
      });
      return [
        ...families.map(([of, family]) => one(of, session, family)),
        one('plain, called off', off, plain),
        one('plain, of an evening', second(plain, 'theme-evening'), plain),
        one('plain, of its conversation', talkOf(plain)?.id ?? '', plain),
        one('plain, of a conversation with others', talks.find((each) => each.family !== plain)?.id ?? '', plain),
        ...recipientsOf(place).map(([of, family, recipient]) => one(of, second(family), family, recipient)),
        one('far of custody ended, of an evening', second(apart, 'theme-evening'), apart, memberOf(apart, 'far')),
      ];
    }
    default:
      return [];
  }
}

/** Others than mothers of their own family. */
function recipientsOf({ family }: Place): (readonly [of: string, family: string, recipient: string])[] {
  const one = (ref: string, of: string, whose = of) =>
    [
      whose === of ? `${ref} of ${of}` : `${ref} of ${whose} in ${of}`,
      family(of).family.id,
      family(whose).persons[ref] ?? '',
    ] as const;
  return [
    one('far', 'plain'),
    one('barn', 'plain'),
    one('mor', 'plain', 'withdrawn'),
    one('far', 'withdrawn'),
    one('mor', 'custody ended'),
    one('far', 'custody ended'),
    // a child who is linked; a father whose custody ended, and who is enrolled in nothing
    one('barn', 'own voice'),
    one('far', 'officer’s own'),
    ['nobody of plain', family('plain').family.id, newId()],
  ];
}
