import type { Actor, Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { isAdult } from '../cover/needed.js';
import { loadPeople } from '../cover/load-facts.js';
import { Custody } from '../custody/custody.js';
import { turnsOn } from '../families/turns.js';
import { isRestored, registerRestored } from '../restored/restored.js';
import type { Basis } from './basis.js';
import { outOfReach } from './reach.js';

/** By which relation a citizen reaches something. Custody ends by being taken away, so a closed register says nothing of it. */
export type OwnRelation = 'own' | 'custody';

/** A citizen gave the basis, or it is about the citizen or a child in its custody today. */
export async function relationToBasis(
  tx: Tx,
  actor: Actor,
  { givers, persons }: Basis,
): Promise<OwnRelation | undefined> {
  return givers.some(({ personId }) => personId === actor.person) ? 'own' : relationToAny(tx, actor, persons);
}

/**
 * The same, asked before anything of the basis is read, so that one out of reach takes no longer than one that is not there.
 * @throws DomainError `not-found`; `register-restored` where it is reached by custody and the register is closed
 */
export async function requireOwn(look: Look, id: string): Promise<void> {
  const { tx, actor } = look;
  const { manager, municipality } = tx;
  look.settledBy('own');
  const { person } = actor;
  if (person === undefined) throw outOfReach();
  const custody = await manager.findBy(Custody, { municipality, holderId: person });
  const reached: Record<OwnRelation, string[]> = { own: [], custody: [] };
  for (const each of new Set([person, ...custody.map(({ childId }) => childId)])) {
    const relation = await relationTo(tx, actor, each);
    if (relation !== undefined) reached[relation].push(each);
  }
  const isOwned = await isFound(tx, id, `(b.persons && $2::uuid[] OR ${givenBy('$3')})`, [reached.own, person]);
  const isByCustody = await isFound(tx, id, 'b.persons && $2::uuid[]', [reached.custody]);
  if (!isOwned && !(await isOpen(tx, isByCustody ? 'custody' : undefined))) throw outOfReach();
}

/** Asked before anything of the basis is read or locked. @throws DomainError `not-found` */
export async function requireGiver(look: Look, id: string): Promise<void> {
  const {
    tx,
    actor: { person },
  } = look;
  look.settledBy('own');
  if (!(await isFound(tx, id, givenBy('$2'), [person ?? null]))) throw outOfReach();
}

const givenBy = (person: string): string => `EXISTS (
  SELECT FROM basis_giver g WHERE g.municipality = b.municipality AND g.basis_id = b.id AND g.person_id = ${person}::uuid)`;

async function isFound(tx: Tx, id: string, condition: string, values: readonly unknown[]): Promise<boolean> {
  const found = await tx.query(
    `SELECT 1 FROM basis b WHERE b.municipality = helhed.tenant() AND b.id = $1 AND ${condition}`,
    [id, ...values],
  );
  return found.length > 0;
}

/** @throws DomainError `register-restored` where the person is reached by custody and the register is closed */
export async function isOwn(look: Look, other: string): Promise<boolean> {
  look.settledBy('own');
  return isOpen(look.tx, await relationTo(look.tx, look.actor, other));
}

/** Those of the persons who are the citizen or children in its custody. @throws DomainError as `isOwn` does */
export async function ownAmong(look: Look, persons: readonly string[]): Promise<string[]> {
  const own: string[] = [];
  for (const person of new Set(persons)) if (await isOwn(look, person)) own.push(person);
  return own;
}

async function isOpen(tx: Tx, relation: OwnRelation | undefined): Promise<boolean> {
  if (relation === 'custody' && (await isRestored(tx))) throw registerRestored();
  return relation !== undefined;
}

/** The closest of the relations to the persons. */
async function relationToAny(tx: Tx, actor: Actor, persons: readonly string[]): Promise<OwnRelation | undefined> {
  let found: OwnRelation | undefined;
  for (const person of persons) {
    const relation = await relationTo(tx, actor, person);
    if (relation === 'own') return relation;
    found ??= relation;
  }
  return found;
}

/** The relations `own`, from the age of own access on, and `custody`, until the child's majority (A-CIT-05). */
export async function relationTo(tx: Tx, { person }: Actor, other: string): Promise<OwnRelation | undefined> {
  if (person === undefined) return undefined;
  const { today } = tx;
  const { people, majority } = await loadPeople(tx, [other]);
  const facts = people.get(other)!;
  const adult = isAdult(facts, majority, today);
  if (person === other) {
    const on = turnsOn(facts.turns, valueOn(getGroundRules().ages.ownAccess, today));
    // nobody too young is linked (A-CIT-02), so it is asked of those whose age is known
    return adult || on === undefined || on <= today ? 'own' : undefined;
  }
  const holds = facts.custody.some(
    ({ holderId, from, to }) => holderId === person && (from === null || from <= today) && (to === null || today < to),
  );
  return holds && !adult ? 'custody' : undefined;
}
