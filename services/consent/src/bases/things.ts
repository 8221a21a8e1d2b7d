import type { Me, OwnInSql, Relation, ThingInSql } from '@helhed/access';

export const membersOf = (family: string): string =>
  `SELECT m.person_id FROM family_member m WHERE m.municipality = helhed.tenant() AND m.family_id = ${family}`;

/**
 * Relations to a family that follow from its referrals. Which unit triages it, and which one leads its group, this service
 * is not told: their functions stand for them.
 */
function toFamily(family: string, { unit, function: name }: Me): Partial<Record<Relation, OwnInSql>> {
  const referrals = `FROM family_referral r WHERE r.municipality = helhed.tenant() AND r.family_id = ${family}`;
  const sent = `FROM family_referral r JOIN programme_copy p
    ON p.municipality = r.municipality AND p.code = r.programme AND p.version = r.programme_version
    WHERE r.municipality = helhed.tenant() AND r.family_id = ${family}
      AND r.referring_unit = ${unit} AND ${name} = ANY (p.may_refer)`;
  const through = (from: string): OwnInSql => ({
    holds: `EXISTS (SELECT ${from})`,
    programmes: `ARRAY(SELECT DISTINCT r.programme ${from})`,
  });
  return { triage: through(referrals), group: through(referrals), sender: through(sent) };
}

/** A family, in the scope of `FROM (…) f (id)`. */
export const familyThing: ThingInSql = {
  family: 'f.id',
  members: `ARRAY(${membersOf('f.id')})`,
  own: (me) => toFamily('f.id', me),
  sections: {},
};

/** A basis, in the scope of `FROM basis b`. The data protection officer sees the register, and so reaches all of it. */
export const basisThing: ThingInSql = {
  family: 'b.family_id',
  members: `ARRAY(${membersOf('b.family_id')} UNION SELECT unnest(b.persons) UNION SELECT g.person_id FROM basis_giver g
    WHERE g.municipality = helhed.tenant() AND g.basis_id = b.id)`,
  own: (me) => ({
    ...toFamily('b.family_id', me),
    register: {
      holds: `${me.unit} IN (b.from_unit, b.to_unit, b.recorded_in_unit) OR ${me.function} = 'data-protection-officer'`,
    },
  }),
  sections: {},
};
