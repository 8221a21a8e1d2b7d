import { held, whileThere, type ThingInSql } from '@helhed/access';
import { everybodyOf, inOwnUnit } from '../groups/group-things.js';

const programmesOf = (family: string): string => `(SELECT g.programme FROM seat own
    JOIN family_group g ON g.municipality = own.municipality AND g.id = own.group_id
    WHERE own.municipality = helhed.tenant() AND own.family_id = ${family}
  UNION SELECT r.programme FROM referred_family r
    WHERE r.municipality = helhed.tenant() AND r.family_id = ${family}) led`;

/**
 * A need, in the scope of `FROM appointment_need n`. A family's is a thing of its programme, about everybody in the family and
 * the appointment's unit's own; a whole group's is about no family, and scheduling's own.
 */
export const needThing: ThingInSql = {
  family: 'n.family_id',
  programme: 'n.programme',
  members: everybodyOf('n.family_id'),
  own: ({ unit, function: name }) => ({
    planner: { holds: `n.family_id IS NULL AND (n.unit = ${unit} OR ${name} = 'programme-lead')` },
    ...whileThere('n.family_id', {
      group: {
        holds: `n.family_id IS NOT NULL AND EXISTS (SELECT ${inOwnUnit('n.family_id', unit)} AND led.programme = n.programme)`,
      },
      lead: { holds: `EXISTS (SELECT FROM ${programmesOf('n.family_id')} WHERE led.programme = n.programme)` },
    }),
  }),
  sections: { need: { persons: everybodyOf('n.family_id'), owners: 'ARRAY[n.unit]' } },
};

/** SQL: the needs of families that the person is in. */
export const needsOf = (person: string): string => `n.municipality = helhed.tenant() AND n.family_id IN (
  SELECT m.family_id FROM enrolled_member m WHERE m.municipality = helhed.tenant() AND m.person_id = ${person}
  UNION SELECT r.family_id FROM referred_family r WHERE r.municipality = helhed.tenant() AND ${person} = ANY (r.persons))`;

export const heldNeeds = held(needThing, {
  sections: ['need'],
  from: 'appointment_need n',
  where: ({ person }) => needsOf(person),
  since: 'n.named_on',
});
