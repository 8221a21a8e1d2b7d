import { AccessQuery, barredError, type AccessFacts, type Actor, type Asked, type Decision } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { familyThing } from './family-thing.js';
import { findFamilyToChange } from './get-family.js';

/** A route's act, the relations by which it reaches, and what it shows: what its `@Access` declares. */
export interface Act extends Asked {
  readonly act: string;
  readonly mode: 'read' | 'write';
}

/** Finds a row by its id, and locks it. */
export const toChange = ({ municipality }: Tx, id: string) => ({
  where: { municipality, id },
  lock: { mode: 'pessimistic_write' as const },
});

/**
 * A thing of a family, by its address; the family's row is locked too.
 * @param by a second way to reach this one thing
 * @throws DomainError `not-found` where it is not there or its family is erased or out of reach: one and the same answer;
 * 403 for one's own, a relative's or a colleague's record
 */
export async function reachInFamily<T extends { readonly familyId: string }>(
  tx: Tx,
  actor: Actor,
  act: Act,
  found: T | null,
  by?: (found: T) => boolean,
): Promise<T> {
  if (found && ((await reaches(tx, actor, act, found.familyId)) || by?.(found))) return found;
  throw notFound({ da: 'Det, der er bedt om,', en: 'What was asked for' });
}

/** A family by its address; its row is locked. @throws DomainError as for a thing of it */
export async function reachFamily(tx: Tx, actor: Actor, act: Act, familyId: string): Promise<void> {
  await reachInFamily(tx, actor, act, { familyId });
}

/** @throws DomainError `family-unknown` (422) of a family that the body names: unknown, erased or out of reach; 403 as above */
export async function requireFamilyNamed(tx: Tx, actor: Actor, act: Act, id: string): Promise<void> {
  if (await reaches(tx, actor, act, id)) return;
  throw new DomainError('rule', 'family-unknown', {
    da: 'Familien kendes ikke her.',
    en: 'The family is not known here.',
  });
}

/** Whether the family is there for the actor; its row is locked. @throws DomainError where the actor is barred from it */
export async function reaches(tx: Tx, actor: Actor, act: Act, id: string): Promise<boolean> {
  const family = await findFamilyToChange(tx, id);
  if (!family || family.state === 'erased') return false;
  const decision = await decideOn(tx, actor, act, id);
  const barred = barredError(decision);
  if (!barred) return decision.relations.length > 0;
  tx.logRefused({ kind: act.mode === 'read' ? 'look' : 'command', act: act.act, subjects: [id] });
  throw barred;
}

async function decideOn(tx: Tx, actor: Actor, act: Act, id: string): Promise<Decision> {
  const query = new AccessQuery({ ...act, actor, today: tx.today, standing: [] }, familyThing);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    tx,
    `SELECT ${query.facts} AS facts FROM family f WHERE f.municipality = helhed.tenant() AND f.id = ${query.value(id, 'uuid')}`,
  );
  return query.decide((row as { facts: AccessFacts }).facts);
}
