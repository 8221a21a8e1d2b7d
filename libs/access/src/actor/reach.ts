import { DomainError, notFound, type Text } from '@helhed/kernel';
import type { Actor } from './actor.js';

const thing: Text = { da: 'Det, der er bedt om,', en: 'What was asked for' };

/** 404: what is out of reach is told apart from what is not there by nobody. */
export const outOfReach = (what: Text = thing): DomainError => notFound(what);

/** 403: the actor may not do this at all. */
export const notAllowed = (): DomainError =>
  new DomainError('forbidden', 'not-allowed', {
    da: 'Din funktion giver ikke adgang til dette.',
    en: 'Your function gives no access to this.',
  });

/** @throws DomainError `not-found` unless the actor acts in the unit */
export function requireOwnUnit(actor: Actor, unit: string, what?: Text): void {
  if (actor.unit !== unit) throw outOfReach(what);
}
