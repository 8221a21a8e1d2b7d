import { AccessQuery, barredError, type AccessFacts, type Actor, type Decision, type ThingInSql } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import type { Act } from './acts.js';
import type { Basis } from './basis.js';
import { familyUnknown } from './refusals.js';
import { basisThing, familyThing } from './things.js';

/** The register rests on no basis: relations, and from whom somebody is barred, are all that is asked. */
export const asking = ({ relations }: Act, actor: Actor, { today }: Tx, thing: ThingInSql): AccessQuery =>
  new AccessQuery({ relations, sections: [], actor, today, standing: [] }, thing);

/**
 * A family that the body names, whose members are known.
 * @returns the programmes of the actor's relations to it
 * @throws DomainError `family-unknown` where it is out of reach; 403 for one's own, a relative's or a colleague's record
 */
export async function reachFamily(tx: Tx, actor: Actor, act: Act, familyId: string): Promise<string[]> {
  const query = asking(act, actor, tx, familyThing);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    tx,
    `SELECT ${query.facts} AS facts FROM (SELECT ${query.value(familyId, 'uuid')}) f (id)`,
  );
  const facts = (row as { facts: AccessFacts }).facts;
  const decision = query.decide(facts);
  if (decision.relations.length === 0) throw familyUnknown();
  refuseBarred(tx, act, decision, facts.members);
  return programmesOf(decision, facts, actor, tx.today);
}

/** @throws DomainError `not-found` where the basis is out of reach; 403 as for a family */
export async function reachBasis(tx: Tx, actor: Actor, act: Act, { id }: Basis): Promise<void> {
  const query = asking(act, actor, tx, basisThing);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    tx,
    `SELECT ${query.facts} AS facts FROM basis b WHERE b.municipality = helhed.tenant() AND b.id = ${query.value(id, 'uuid')}`,
  );
  const facts = (row as { facts: AccessFacts }).facts;
  const decision = query.decide(facts);
  if (decision.relations.length === 0) throw outOfReach();
  refuseBarred(tx, act, decision, facts.members);
}

/** To end a basis one must be of the unit that recorded it. */
export function requireRecordingUnit({ unit }: Actor, { recordedInUnit }: Basis): void {
  if (unit !== recordedInUnit) throw outOfReach();
}

function refuseBarred(tx: Tx, { act, mode }: Act, decision: Decision, members: AccessFacts['members']): void {
  const barred = barredError(decision);
  if (!barred) return;
  const subjects = members.filter((member) => member !== null);
  tx.logRefused({ kind: mode === 'read' ? 'look' : 'command', act, subjects });
  throw barred;
}

/** Each relation that holds is of one programme, or of several where it follows from several referrals. */
function programmesOf({ relations }: Decision, facts: AccessFacts, actor: Actor, today: string): string[] {
  const own = facts.own.filter(({ relation }) => relations.includes(relation));
  const rows = facts.relationRows.filter(
    ({ kind, function: name, sub, from, to }) =>
      relations.includes(kind) &&
      name === actor.function &&
      (sub === null || sub === actor.sub) &&
      from <= today &&
      (to === null || today < to),
  );
  return [
    ...new Set([...own.flatMap(({ programmes }) => programmes ?? []), ...rows.map(({ programme }) => programme)]),
  ];
}

export const outOfReach = () => notFound({ da: 'Hjemlen', en: 'The basis' });
