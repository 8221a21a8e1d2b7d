import { held, whileThere, type ThingInSql } from '@helhed/access';
import { everybodyOf, inOwnUnit } from '../groups/group-things.js';

const marked = `ARRAY(SELECT am.person_id FROM attendance_mark am
  WHERE am.municipality = att.municipality AND am.attendance_id = att.id ORDER BY am.person_id)`;

/**
 * Who of a family came to a session, in the scope of `FROM attendance att`: a thing of its programme, the group's unit's own,
 * about everybody who is marked.
 */
export const attendanceThing: ThingInSql = {
  family: 'att.family_id',
  programme: 'att.programme',
  members: everybodyOf('att.family_id'),
  persons: marked,
  own: ({ unit }) =>
    whileThere('att.family_id', {
      group: { holds: `EXISTS (SELECT ${inOwnUnit('att.family_id', unit)} AND led.programme = att.programme)` },
    }),
  sections: { attendance: { persons: marked, owners: 'ARRAY[att.unit]' } },
};

/** SQL: the sheets on which the person is marked. */
export const sheetsOf = (person: string): string => `att.municipality = helhed.tenant() AND att.id IN (
  SELECT am.attendance_id FROM attendance_mark am WHERE am.municipality = helhed.tenant() AND am.person_id = ${person})`;

export const heldAttendance = held(attendanceThing, {
  sections: ['attendance'],
  from: 'attendance att',
  where: ({ person }) => sheetsOf(person),
  since: 'att.recorded_on',
});
