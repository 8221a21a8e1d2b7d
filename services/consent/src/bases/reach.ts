import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Custody } from '../custody/custody.js';
import type { Basis } from './basis.js';

/**
 * The one place where it is asked whether a relation ties a professional to the family (A-CON-01 to 09). Every case
 * function of the municipality reaches every family until consent hears of triage units, senders and groups, which is
 * what the relations `triage`, `sender` and `group` follow from.
 */
const reachesFamily = (_tx: Tx, _actor: Actor, _familyId: string): boolean => true;

/** For the families whose bases are listed: out of reach is an empty page. */
export const mayList = (tx: Tx, actor: Actor, familyId: string): boolean => reachesFamily(tx, actor, familyId);

/** The `register` relation: the basis's from, to or recording unit is the actor's; or a relation to the family. */
export function requireReach(tx: Tx, actor: Actor, basis: Basis): void {
  const { unit } = actor;
  const named = unit !== undefined && [basis.fromUnit, basis.toUnit, basis.recordedInUnit].includes(unit);
  if (!named && !reachesFamily(tx, actor, basis.familyId)) throw outOfReach();
}

export function requireRecordingUnit({ unit }: Actor, { recordedInUnit }: Basis): void {
  if (unit !== recordedInUnit) throw outOfReach();
}

/** A citizen reaches the bases that it gave, and those about itself or a child in its custody today. */
export async function requireOwn(tx: Tx, actor: Actor, { givers, persons }: Basis): Promise<void> {
  if (givers.some(({ personId }) => personId === actor.person)) return;
  for (const person of persons) if (await isOwn(tx, actor, person)) return;
  throw outOfReach();
}

export function requireGiver({ person }: Actor, { givers }: Basis): void {
  if (!givers.some(({ personId }) => personId === person)) throw outOfReach();
}

/** The relations `own` and `custody`, to a person. */
export async function isOwn(tx: Tx, { person }: Actor, other: string): Promise<boolean> {
  if (person === undefined) return false;
  if (person === other) return true;
  const custody = await tx.manager.findBy(Custody, {
    municipality: tx.municipality,
    childId: other,
    holderId: person,
  });
  return custody.some(({ from, to }) => (from === null || from <= tx.today) && (to === null || tx.today < to));
}

const outOfReach = () => notFound({ da: 'Hjemlen', en: 'The basis' });
