import type { Readers } from '@helhed/access';
import { acts } from '../acts.js';
import { attendanceThing, sheetsOf } from '../attendance/attendance-thing.js';
import { receives } from '../feeds/recipient.js';
import { calendarThing, told } from '../feeds/told.js';
import { needsOf, needThing } from '../needs/need-thing.js';
import { calendarKeepers, caseWorkers, planners } from '../reach.js';
import { groupThing, seatThing } from './group-things.js';
import { families } from './held-appointments.js';

const from = 'seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id';
// everybody to whom a calendar of the family could be handed
const recipients = (day: string): string => `LATERAL (
  SELECT known.id FROM (SELECT m.person_id AS id FROM enrolled_member m
    WHERE m.municipality = s.municipality AND m.family_id = s.family_id
  UNION SELECT p.id FROM referred_family f CROSS JOIN LATERAL unnest(f.persons) p (id)
    WHERE f.municipality = s.municipality AND f.family_id = s.family_id) known
  WHERE ${receives('s.family_id', 'known.id', day)}) recipient`;
const seatsOf = (person: string): string => `s.municipality = helhed.tenant() AND s.family_id IN (${families(person)})`;

/** Who may see a family's seats and needs, and what stands in its members' calendars: planners, its coordinator, whoever has a link. */
export const readers: Readers = {
  custody: 'helhed.custody_replica',
  looks: [
    {
      act: acts.readGroup,
      allow: planners,
      thing: seatThing,
      from,
      // the group is reached first, and then each of its seats
      where: ({ person }, me) => `${seatsOf(person)} AND (${groupThing.own?.(me).planner?.holds})`,
    },
    {
      act: acts.readInvitation,
      allow: calendarKeepers,
      thing: calendarThing,
      from: ({ today }) => `${from} CROSS JOIN ${recipients(today)} CROSS JOIN LATERAL ${told('recipient.id', today)}`,
      where: ({ person }) => seatsOf(person),
    },
    {
      act: acts.listAttendance,
      allow: caseWorkers,
      thing: attendanceThing,
      from: 'attendance att',
      where: ({ person }) => sheetsOf(person),
    },
    {
      act: acts.listNeeds,
      allow: calendarKeepers,
      thing: needThing,
      from: 'appointment_need n',
      where: ({ person }) => needsOf(person),
    },
    {
      act: acts.subscribe,
      allow: 'link',
      unit: 'g.unit',
      thing: calendarThing,
      from: ({ today }) => `${from} JOIN feed d
          ON d.municipality = s.municipality AND d.kind = 'family' AND d.subject_id = s.family_id
        CROSS JOIN LATERAL ${told('d.recipient_id', today)}`,
      where: ({ person }) => seatsOf(person),
    },
  ],
};
