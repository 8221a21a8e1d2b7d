import { whileThere, type AccessFacts, type AccessQuery, type Look, type ThingInSql } from '@helhed/access';
import { triage } from '../referrals/referral-thing.js';

/**
 * Two families at once, in the scope of `FROM referral r, referral o`: a relation must hold to both, and section 7 asks of
 * everybody in either. A clearance is to one family, and lifts nothing here: it is about no single family.
 */
export const pairThing: ThingInSql = {
  family: 'NULL::uuid',
  programme: 'r.programme',
  members: '(r.persons || o.persons)',
  own: (me) =>
    whileThere(
      'r.family_id',
      whileThere('o.family_id', {
        triage: { holds: `(${triage(me, 'r').holds}) AND (${triage(me, 'o').holds})` },
        lead: { holds: 'true' },
      }),
    ),
  sections: {},
};

/** SQL: separations with both their referrals. */
export const separations = `separation s
  JOIN referral r ON r.municipality = s.municipality AND r.id = s.referral_id
  JOIN referral o ON o.municipality = s.municipality AND o.id = s.other_referral_id`;

/** The facts of two referrals that a body names; undefined where one of them is not there. */
export async function pairFacts(
  look: Look,
  query: AccessQuery,
  [one, other]: readonly [string, string],
): Promise<AccessFacts | undefined> {
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM referral r JOIN referral o ON o.municipality = r.municipality
     WHERE r.municipality = helhed.tenant() AND r.id = ${query.value(one, 'uuid')} AND o.id = ${query.value(other, 'uuid')}`,
  );
  return row?.facts;
}

/** The facts of a separation that the address names; undefined where it is not there. */
export async function separationFacts(look: Look, query: AccessQuery, id: string): Promise<AccessFacts | undefined> {
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM ${separations}
     WHERE s.municipality = helhed.tenant() AND s.id = ${query.value(id, 'uuid')}`,
  );
  return row?.facts;
}
