import type { Readers } from '@helhed/access';
import { acts } from '../acts.js';
import { calendarKeepers, planners } from '../reach.js';
import { groupThing, seatThing } from './group-things.js';
import { families } from './held-appointments.js';

const from = 'seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id';
const seatsOf = (person: string): string => `s.municipality = helhed.tenant() AND s.family_id IN (${families(person)})`;

/** Who may see a family's seats and what stands in its calendar: planners, its coordinator, and whoever has a link to it. */
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
      thing: seatThing,
      from,
      where: ({ person }) => seatsOf(person),
    },
    {
      act: acts.subscribe,
      allow: 'link',
      unit: 'g.unit',
      thing: seatThing,
      from,
      where: ({ person }) => `${seatsOf(person)} AND EXISTS (SELECT FROM feed d
        WHERE d.municipality = s.municipality AND d.kind = 'family' AND d.subject_id = s.family_id)`,
    },
  ],
};
