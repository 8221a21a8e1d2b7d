import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { isAdult } from '../cover/needed.js';
import { loadPeople } from '../cover/load-facts.js';
import { Custody } from '../custody/custody.js';
import { turnsOn } from '../families/turns.js';
import type { Basis } from './basis.js';
import { outOfReach } from './reach.js';

/** Whether a citizen gave the basis, or it is about the citizen or a child in its custody today. */
export async function reachesOwn(tx: Tx, actor: Actor, { givers, persons }: Basis): Promise<boolean> {
  if (givers.some(({ personId }) => personId === actor.person)) return true;
  for (const person of persons) if (await isOwn(tx, actor, person)) return true;
  return false;
}

/**
 * The same, asked before anything of the basis is read, so that one out of reach takes no longer than one that is not there.
 * @throws DomainError `not-found`
 */
export async function requireOwn(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { manager, municipality } = tx;
  const { person } = actor;
  if (person === undefined) throw outOfReach();
  const custody = await manager.findBy(Custody, { municipality, holderId: person });
  const own: string[] = [];
  for (const each of new Set([person, ...custody.map(({ childId }) => childId)]))
    if (await isOwn(tx, actor, each)) own.push(each);
  await find(tx, id, `(b.persons && $2::uuid[] OR ${givenBy('$3')})`, [own, person]);
}

/** Asked before anything of the basis is read or locked. @throws DomainError `not-found` */
export const requireGiver = (tx: Tx, { person }: Actor, id: string): Promise<void> =>
  find(tx, id, givenBy('$2'), [person ?? null]);

const givenBy = (person: string): string => `EXISTS (
  SELECT FROM basis_giver g WHERE g.municipality = b.municipality AND g.basis_id = b.id AND g.person_id = ${person}::uuid)`;

async function find(tx: Tx, id: string, condition: string, values: readonly unknown[]): Promise<void> {
  const found = await tx.query(
    `SELECT 1 FROM basis b WHERE b.municipality = helhed.tenant() AND b.id = $1 AND ${condition}`,
    [id, ...values],
  );
  if (found.length === 0) throw outOfReach();
}

/** The relations `own`, from the age of own access on, and `custody`, until the child's majority (A-CIT-05). */
export async function isOwn(tx: Tx, { person }: Actor, other: string): Promise<boolean> {
  if (person === undefined) return false;
  const { today } = tx;
  const { people, majority } = await loadPeople(tx, [other]);
  const facts = people.get(other)!;
  const adult = isAdult(facts, majority, today);
  if (person === other) {
    const on = turnsOn(facts.turns, valueOn(getGroundRules().ages.ownAccess, today));
    // nobody too young is linked (A-CIT-02), so it is asked of those whose age is known
    return adult || on === undefined || on <= today;
  }
  const holds = facts.custody.some(
    ({ holderId, from, to }) => holderId === person && (from === null || from <= today) && (to === null || today < to),
  );
  return holds && !adult;
}
