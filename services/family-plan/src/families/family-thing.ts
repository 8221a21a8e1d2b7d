import { caseRelations, ofCase, type Me, type SectionsInSql, type ThingInSql } from '@helhed/access';

/** `uuid[]`: who is in a family; of one that is erased, nobody. */
export const membersOf = (family: string): string =>
  `ARRAY(SELECT m.person_id FROM family_member m WHERE m.municipality = helhed.tenant() AND m.family_id = ${family})`;

/** SQL: who holds custody `c` of a child. */
export const custodyOf = (child: string, when: string): string =>
  `SELECT c.holder_id FROM custody c WHERE c.municipality = helhed.tenant() AND c.child_id = ${child} AND ${when}`;

/** `uuid[]`: whom custody of a child tells something about. */
export const childAndHolders = (child: string, when: string): string =>
  `ARRAY[${child}] || ARRAY(${custodyOf(child, when)})`;

const ofMembers = (fields: string, where: string): string =>
  `SELECT ${fields} FROM family_member m WHERE m.municipality = helhed.tenant() AND m.family_id = f.id AND ${where}`;

/** @param when which rows of custody `c` the answer shows */
function sections(me: Me, when: string): SectionsInSql {
  const of = ofCase('f.id', me);
  const isChild = `(m.role = 'child' OR EXISTS (${custodyOf('m.person_id', 'true')}))`;
  const livesIn = `ARRAY(SELECT r.person_id FROM residence r
    WHERE r.municipality = h.municipality AND r.family_id = h.family_id AND r.household_id = h.id)`;
  return {
    'family.structure': { ...of, persons: membersOf('f.id') },
    'family.identity': {
      ...of,
      each: ofMembers('m.person_id AS id, m.person_id AS person, ARRAY[m.person_id] AS persons', 'true'),
    },
    'family.custody': {
      ...of,
      each: ofMembers(
        `m.person_id AS id, m.person_id AS person, ${childAndHolders('m.person_id', when)} AS persons`,
        isChild,
      ),
    },
    'family.address': {
      ...of,
      each: `SELECT h.id, NULL::uuid AS person, ${livesIn} AS persons
        FROM household h WHERE h.municipality = helhed.tenant() AND h.family_id = f.id`,
    },
  };
}

export const heldOn = (today: string): string =>
  `(c.from_date IS NULL OR c.from_date <= ${today}) AND (c.to_date IS NULL OR ${today} < c.to_date)`;

const thing = (when: (me: Me) => string): ThingInSql => ({
  family: 'f.id',
  members: membersOf('f.id'),
  persons: `ARRAY(${ofMembers('m.person_id', 'true')} UNION
    SELECT c.holder_id FROM custody c WHERE c.municipality = helhed.tenant() AND c.child_id = ANY (${membersOf('f.id')}))`,
  own: (me) => caseRelations(me, { family: 'f.id' }),
  sections: (me) => sections(me, when(me)),
});

/** A family with who holds custody today, in the scope of `FROM family f`. */
export const familyThing = thing(({ today }) => heldOn(today));

/** A family with who holds, held and will hold custody. */
export const familyAtAllTimes = thing(() => 'true');
