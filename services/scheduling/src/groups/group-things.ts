import { whileThere, type ThingInSql } from '@helhed/access';

const inOwnUnit = (family: string, unit: string): string => `FROM seat own
  JOIN family_group led ON led.municipality = own.municipality AND led.id = own.group_id
  WHERE own.municipality = helhed.tenant() AND own.family_id = ${family} AND led.unit = ${unit}`;

const membersOf = (family: string): string => `ARRAY(SELECT DISTINCT m.person_id FROM enrolled_member m
  WHERE m.municipality = helhed.tenant() AND m.family_id = ${family})`;

/** A group, in the scope of `FROM family_group g`. It is about no single family. */
export const groupThing: ThingInSql = {
  family: 'NULL::uuid',
  members: `'{}'::uuid[]`,
  own: ({ unit, function: name }) => ({ planner: { holds: `g.unit = ${unit} OR ${name} = 'programme-lead'` } }),
  sections: {},
};

const ofSeat = { persons: membersOf('s.family_id'), owners: 'ARRAY[g.unit]' };

/**
 * A family in its group, and what stands in its calendar by it, in the scope of `FROM seat s JOIN family_group g`. A family
 * that leaves has no seat any more. Whoever holds the secret link of a family holds it to each of its seats.
 */
export const seatThing: ThingInSql = {
  family: 's.family_id',
  programme: 'g.programme',
  members: membersOf('s.family_id'),
  own: ({ unit }) =>
    whileThere('s.family_id', {
      group: { holds: `EXISTS (SELECT ${inOwnUnit('s.family_id', unit)} AND led.programme = g.programme)` },
      lead: { holds: 'true' },
      link: { holds: 'true' },
    }),
  sections: { 'group.seat': ofSeat, 'feed.entries': ofSeat },
};

/**
 * A family, in the scope of `FROM (…) f (id)`: known here by its seats; without one, by its referrals to whoever leads their
 * programme, and to its coordinator.
 */
export const familyThing: ThingInSql = {
  family: 'f.id',
  members: `(${membersOf('f.id')} || ARRAY(SELECT DISTINCT p.id FROM referred_family r CROSS JOIN LATERAL unnest(r.persons) p (id)
    WHERE r.municipality = helhed.tenant() AND r.family_id = f.id))`,
  own: ({ unit }) => {
    const programmes = `FROM (SELECT g.programme FROM seat own
        JOIN family_group g ON g.municipality = own.municipality AND g.id = own.group_id
        WHERE own.municipality = helhed.tenant() AND own.family_id = f.id
      UNION ALL SELECT r.programme FROM referred_family r
        WHERE r.municipality = helhed.tenant() AND r.family_id = f.id AND r.programme IS NOT NULL) led`;
    const through = (from: string) => ({
      holds: `EXISTS (SELECT ${from})`,
      programmes: `ARRAY(SELECT DISTINCT led.programme ${from})`,
    });
    return whileThere('f.id', { group: through(inOwnUnit('f.id', unit)), lead: through(programmes) });
  },
  sections: {},
};

/** A member of staff, in the scope of `FROM staff st`. */
export const staffThing: ThingInSql = {
  family: 'NULL::uuid',
  members: `'{}'::uuid[]`,
  own: ({ unit, sub, function: name }) => ({
    planner: { holds: `st.unit = ${unit} OR ${name} = 'programme-lead'` },
    employed: { holds: `st.sub = ${sub}` },
  }),
  sections: {},
};
