import {
  caseRelations,
  everyUnit,
  whileThere,
  type Me,
  type OwnInSql,
  type Relation,
  type ThingInSql,
} from '@helhed/access';

/** SQL: who is in a family. */
export const membersOf = (family: string): string =>
  `SELECT m.person_id FROM family_member m WHERE m.municipality = helhed.tenant() AND m.family_id = ${family}`;

/** Relations to a family that follow from its referrals and its seats. */
export function toFamily(family: string, me: Me): Partial<Record<Relation, OwnInSql>> {
  const sent = `FROM helhed.referral_replica r JOIN programme_copy p
    ON p.municipality = r.municipality AND p.code = r.programme AND p.version = r.programme_version
    WHERE r.municipality = helhed.tenant() AND r.family_id = ${family}
      AND r.referring_unit = ${me.unit} AND ${me.function} = ANY (p.may_refer)`;
  const sender = { holds: `EXISTS (SELECT ${sent})`, programmes: `ARRAY(SELECT DISTINCT r.programme ${sent})` };
  return whileThere(family, { ...caseRelations(me, { family }), sender });
}

/** A family, in the scope of `FROM (…) f (id)`. */
export const familyThing: ThingInSql = {
  family: 'f.id',
  members: `ARRAY(${membersOf('f.id')})`,
  own: (me) => toFamily('f.id', me),
  sections: {},
};

const givers = `SELECT g.person_id FROM basis_giver g WHERE g.municipality = helhed.tenant() AND g.basis_id = b.id`;

/**
 * A basis, in the scope of `FROM basis b`. The data protection officer sees the register, and so reaches all of it. Where
 * its evidence is concerns whom it does: not every relation, and so it is no section of the thing.
 */
export const basisThing: ThingInSql = {
  family: 'b.family_id',
  members: `ARRAY(${membersOf('b.family_id')} UNION SELECT unnest(b.persons) UNION ${givers})`,
  own: (me) => ({
    ...toFamily('b.family_id', me),
    register: {
      holds: `${me.unit} IN (b.from_unit, b.to_unit, b.recorded_in_unit) OR ${me.function} = 'data-protection-officer'`,
    },
  }),
  sections: { 'basis.entry': { owners: everyUnit, persons: `ARRAY(SELECT unnest(b.persons) UNION ${givers})` } },
};
