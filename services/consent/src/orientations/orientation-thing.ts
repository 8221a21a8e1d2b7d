import { everyUnit, type ThingInSql } from '@helhed/access';
import { membersOf, toFamily } from '../bases/things.js';

const persons = 'o.child_id, o.parent_id';

/** An orientation, in the scope of `FROM orientation o`. The data protection officer reaches all of them, as the register's bases. */
export const orientationThing: ThingInSql = {
  family: 'o.family_id',
  members: `ARRAY(${membersOf('o.family_id')} UNION SELECT unnest(ARRAY[${persons}]))`,
  own: (me) => ({
    ...toFamily('o.family_id', me),
    register: { holds: `o.recorded_in_unit = ${me.unit} OR ${me.function} = 'data-protection-officer'` },
  }),
  sections: { 'orientation.entry': { owners: everyUnit, persons: `ARRAY[${persons}]` } },
};

/** SQL: whether the orientation is about the person, as the child or as the parent who asked. */
export const isAbout = (person: string): string => `${person} IN (${persons})`;
