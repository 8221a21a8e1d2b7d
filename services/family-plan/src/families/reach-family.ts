import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { findFamilyToChange } from './get-family.js';

/** Finds a row by its id, and locks it. */
export const toChange = ({ municipality }: Tx, id: string) => ({
  where: { municipality, id },
  lock: { mode: 'pessimistic_write' as const },
});

/**
 * A thing of a family, by its address; the family's row is locked too.
 * @param anyway whether this one is reached without its family
 * @throws DomainError `not-found` where it is not there or its family is erased or out of reach: one and the same answer
 */
export async function reachInFamily<T extends { readonly familyId: string }>(
  tx: Tx,
  actor: Actor,
  found: T | null,
  anyway: (found: T) => boolean = () => false,
): Promise<T> {
  if (found && ((await isReachable(tx, actor, found.familyId)) || anyway(found))) return found;
  throw notFound({ da: 'Det, der er bedt om,', en: 'What was asked for' });
}

/** @throws DomainError `family-unknown` (422) of a family that the body names: unknown, erased or out of reach */
export async function requireFamilyNamed(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (await isReachable(tx, actor, id)) return;
  throw new DomainError('rule', 'family-unknown', {
    da: 'Familien kendes ikke her.',
    en: 'The family is not known here.',
  });
}

/** Whether the family is there for the actor; its row is locked. */
export async function isReachable(tx: Tx, _actor: Actor, id: string): Promise<boolean> {
  const family = await findFamilyToChange(tx, id);
  return family !== null && family.state !== 'erased';
}
