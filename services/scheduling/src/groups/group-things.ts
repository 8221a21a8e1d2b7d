import { whileThere, type ThingInSql } from '@helhed/access';

/** SQL behind SELECT: the groups of a unit in which a family has a seat that has not ended. */
export const inOwnUnit = (family: string, unit: string): string => `FROM seat own
  JOIN family_group led ON led.municipality = own.municipality AND led.id = own.group_id
  WHERE own.municipality = helhed.tenant() AND own.family_id = ${family} AND led.unit = ${unit}
    AND own.ended_at IS NULL`;

const membersOf = (family: string): string => `ARRAY(SELECT DISTINCT m.person_id FROM enrolled_member m
  WHERE m.municipality = helhed.tenant() AND m.family_id = ${family})`;

/** A group, in the scope of `FROM family_group g`. It is about no single family. */
export const groupThing: ThingInSql = {
  family: 'NULL::uuid',
  members: `'{}'::uuid[]`,
  own: ({ unit, function: name }) => ({ planner: { holds: `g.unit = ${unit} OR ${name} = 'programme-lead'` } }),
  sections: {},
};

/** A family in its group, in the scope of `FROM seat s JOIN family_group g`. A family that leaves has no seat any more; one whose referral is closed keeps an ended one. */
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
  sections: { 'group.seat': { persons: membersOf('s.family_id'), owners: 'ARRAY[g.unit]' } },
};

/** SQL: everybody who is known to be of a family. */
export const everybodyOf = (family: string): string =>
  `(${membersOf(family)} || ARRAY(SELECT DISTINCT p.id FROM referred_family r CROSS JOIN LATERAL unnest(r.persons) p (id)
    WHERE r.municipality = helhed.tenant() AND r.family_id = ${family}))`;

/**
 * A family, in the scope of `FROM (…) f (id)`: known here by its seats; without one, by its referrals to whoever leads their
 * programme, and to its coordinator.
 */
export const familyThing: ThingInSql = {
  family: 'f.id',
  members: everybodyOf('f.id'),
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

/** What was given out, in the scope of `FROM delivery d`: an invitation is the unit's that took it. */
export const deliveryThing: ThingInSql = {
  family: 'd.family_id',
  members: everybodyOf('d.family_id'),
  own: ({ unit, function: name }) =>
    whileThere('d.family_id', { planner: { holds: `(d.unit = ${unit} OR ${name} = 'programme-lead')` } }),
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
