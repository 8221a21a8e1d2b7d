import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { isAdult } from '../cover/needed.js';
import { loadPeople } from '../cover/load-facts.js';
import { turnsOn } from '../families/turns.js';
import type { Basis } from './basis.js';
import { outOfReach } from './reach.js';

/** Whether a citizen gave the basis, or it is about the citizen or a child in its custody today. */
export async function reachesOwn(tx: Tx, actor: Actor, { givers, persons }: Basis): Promise<boolean> {
  if (givers.some(({ personId }) => personId === actor.person)) return true;
  for (const person of persons) if (await isOwn(tx, actor, person)) return true;
  return false;
}

/** @throws DomainError `not-found` */
export async function requireOwn(tx: Tx, actor: Actor, basis: Basis): Promise<void> {
  if (!(await reachesOwn(tx, actor, basis))) throw outOfReach();
}

/** @throws DomainError `not-found` */
export function requireGiver({ person }: Actor, { givers }: Basis): void {
  if (!givers.some(({ personId }) => personId === person)) throw outOfReach();
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
