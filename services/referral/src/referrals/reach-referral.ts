import type { AccessFacts, Decision, Look } from '@helhed/access';
import { lockReferral } from './load-referral.js';
import { referralThing } from './referral-thing.js';
import type { Referral } from './referral.js';

const what = { da: 'Indstillingen', en: 'The referral' };

/**
 * The referral that the address names, with SQL over `r` of what the answer shows besides, and the decision on it.
 * @throws DomainError `not-found` where it is not there or out of reach: one and the same answer; 403 of one's own, a
 * relative's or a colleague's record
 */
export async function lookAtReferral<T extends object>(
  look: Look,
  id: string,
  columns: Readonly<Record<string, string>> = {},
): Promise<T & { readonly decision: Decision }> {
  const query = look.query(referralThing);
  const selected = Object.entries(columns).map(([name, expression]) => `${expression} AS "${name}"`);
  const [row] = await query.rows<T & { facts: AccessFacts }>(
    look.tx,
    `SELECT ${[...selected, `${query.facts} AS facts`].join(', ')} FROM referral r
     WHERE r.municipality = helhed.tenant() AND r.id = ${query.value(id, 'uuid')}`,
  );
  const decision = look.one(query, row?.facts, what);
  return { ...(row as T), decision };
}

/** The referral that a command changes, locked. Sent together: the facts are read behind the lock. @throws as above */
export async function reachReferral(look: Look, id: string): Promise<{ referral: Referral; decision: Decision }> {
  const [referral, { decision }] = await Promise.all([lockReferral(look.tx, id), lookAtReferral(look, id)]);
  return { referral, decision };
}
