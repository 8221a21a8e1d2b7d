import { newId } from '@helhed/kernel';
import type { Mark } from '../src/attendance/attendance.js';
import type { SessionView } from '../src/courses/courses.dto.js';
import { PlaceCourse } from '../src/courses/place-course.js';
import type { GroupView } from '../src/groups/groups.dto.js';
import { AddStaff } from '../src/staff/add-staff.js';
import { FindStaff } from '../src/staff/find-staff.js';
import { Known } from './known.js';
import { enrolledIn } from './members.js';
import { World } from './world.js';

export const came = (person: string): Mark => ({ person, present: true, reason: null });
export const away = (person: string, reason = 'illness'): Mark => ({ person, present: false, reason });

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

export interface PlacedCourse {
  readonly world: World;
  readonly known: Known;
  readonly group: GroupView;
  readonly sessions: readonly SessionView[];
  readonly family: string;
  /** Another in the group. */
  readonly other: string;
  /** Of the family. */
  readonly mother: string;
  readonly father: string;
  readonly child: string;
}

/** A group with two on its staff, two families and a course, on the day after its first session. */
export async function placedCourse(): Promise<PlacedCourse> {
  const world = await World.make();
  const known = new Known(world);
  const add = new AddStaff(world.database, new FindStaff(world.database, world.paging));
  const staff = [];
  for (const sub of [world.leader.sub, newId()]) {
    const body = { sub, unit: 'familiestuen', function: 'group-leader', name: 'Sanne' };
    staff.push((await world.as(world.leader, () => add.run(world.leader, body))).id);
  }
  const group = await world.group({ staff });
  const family = (await world.seat(group, 0)).familyId;
  const other = (await world.seat(group, 1)).familyId;
  const place = new PlaceCourse(world.database);
  const { sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish));
  const [mother, father] = (await enrolledIn(world, family, 'parent')) as [string, string];
  const [child] = (await enrolledIn(world, family, 'child')) as [string];
  await world.setClock('2026-10-02T08:00:00Z');
  return { world, known, group, sessions, family, other, mother, father, child };
}
