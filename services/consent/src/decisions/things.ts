import { caseRelations, ofCase, whileThere, type Me, type OwnInSql, type ThingInSql } from '@helhed/access';
import { basisThing } from '../bases/things.js';
import type { ResourceType } from './decidable-acts.js';

/** The referral's sender: its unit, in a function that may refer by the version it came in under. */
const isSender = (of: string, { unit, function: name }: Me): string => `(${of}.referring_unit = ${unit} AND EXISTS (
  SELECT FROM programme_copy p WHERE p.municipality = ${of}.municipality AND p.code = ${of}.programme
    AND p.version = ${of}.programme_version AND ${name} = ANY (p.may_refer)))`;

const membersOf = (family: string): string =>
  `ARRAY(SELECT m.person_id FROM family_member m WHERE m.municipality = helhed.tenant() AND m.family_id = ${family})`;

const triage = ({ unit }: Me): OwnInSql => ({
  holds: `(r.triage_unit IS NULL OR r.triage_unit = ${unit} OR r.triage_unit = ANY (ARRAY(
    SELECT u.code FROM helhed.unit_replica u WHERE u.municipality = helhed.tenant() AND u.retired)))`,
});

/** The persons that were found for the referral; none before. */
const persons = `coalesce((SELECT p.persons FROM referral_persons p
  WHERE p.municipality = r.municipality AND p.referral_id = r.id), '{}')`;

const triaging = 'ARRAY[coalesce(r.triage_unit, r.referring_unit)]';

/** A referral, in the scope of `FROM helhed.referral_replica r`. */
const referral: ThingInSql = {
  family: 'r.family_id',
  programme: 'r.programme',
  members: persons,
  own: (me) => ({ triage: triage(me), sender: { holds: isSender('r', me) }, lead: { holds: 'true' } }),
  sections: {
    'referral.content': { persons, owners: 'array_remove(ARRAY[r.referring_unit, r.triage_unit], NULL)' },
    'referral.triage': { persons, owners: triaging },
    'referral.outcome': { persons, owners: triaging },
  },
};

const holders = (child: string, { today }: Me): string => `ARRAY(SELECT c.holder_id FROM custody c
  WHERE c.municipality = helhed.tenant() AND c.child_id = ${child} AND (c.from_date IS NULL OR c.from_date <= ${today})
    AND (c.to_date IS NULL OR ${today} < c.to_date))`;

const eachMember = (about: string, where = 'true'): string =>
  `SELECT m.person_id AS id, m.person_id AS person, ${about} AS persons FROM family_member m
   WHERE m.municipality = helhed.tenant() AND m.family_id = f.id AND ${where}`;

const isChild = `(m.role = 'child' OR EXISTS (SELECT FROM custody c
  WHERE c.municipality = helhed.tenant() AND c.child_id = m.person_id))`;

const eachHousehold = `SELECT h.id, NULL::uuid AS person, array_agg(m.person_id) AS persons
  FROM family_member m, unnest(m.households) AS h(id)
  WHERE m.municipality = helhed.tenant() AND m.family_id = f.id GROUP BY h.id`;

const sent = (me: Me): string =>
  `FROM helhed.referral_replica s WHERE s.municipality = helhed.tenant() AND s.family_id = f.id AND ${isSender('s', me)}`;

const register = ({ unit, function: name }: Me): OwnInSql => ({
  holds: `(${name} = 'data-protection-officer' OR EXISTS (SELECT FROM basis b WHERE b.municipality = helhed.tenant()
    AND b.family_id = f.id AND ${unit} IN (b.from_unit, b.to_unit, b.recorded_in_unit)))`,
});

/** A family, in the scope of `FROM (…) f (id)`. */
const family: ThingInSql = {
  family: 'f.id',
  members: membersOf('f.id'),
  persons: `ARRAY(SELECT m.person_id FROM family_member m WHERE m.municipality = helhed.tenant() AND m.family_id = f.id
    UNION SELECT c.holder_id FROM custody c WHERE c.municipality = helhed.tenant() AND c.child_id = ANY (${membersOf('f.id')}))`,
  own: (me) => ({
    ...whileThere('f.id', {
      ...caseRelations(me, { family: 'f.id' }),
      sender: { holds: `EXISTS (SELECT ${sent(me)})`, programmes: `ARRAY(SELECT DISTINCT s.programme ${sent(me)})` },
    }),
    register: register(me),
  }),
  sections: (me) => {
    const of = ofCase('f.id', me);
    return {
      'family.structure': { ...of, persons: membersOf('f.id') },
      'family.identity': { ...of, each: eachMember('ARRAY[m.person_id]') },
      'family.custody': { ...of, each: eachMember(`ARRAY[m.person_id] || ${holders('m.person_id', me)}`, isChild) },
      'family.address': { ...of, each: eachHousehold },
      enrolment: { ...of, persons: membersOf('f.id') },
      'basis.entry': { owners: `'{}'::text[]`, persons: membersOf('f.id') },
    };
  },
};

/** Things of one kind, in the scope of their rows. */
export interface Things {
  readonly thing: ThingInSql;
  readonly from: string;
  readonly id: string;
}

/** What this service has heard of, as things that a decision is made about: the same as their owners' own. */
export const things: Record<ResourceType, Things> = {
  referral: { thing: referral, from: 'helhed.referral_replica r', id: 'r.id' },
  family: {
    thing: family,
    from: `(SELECT k.family_id FROM helhed.referral_replica k UNION SELECT k.family_id FROM family_member k) f (id)`,
    id: 'f.id',
  },
};

/** The register's own rows: of a person it is asked about each of them, as each is about its own persons. */
export const bases: Things = { thing: basisThing, from: 'basis b', id: 'b.id' };
