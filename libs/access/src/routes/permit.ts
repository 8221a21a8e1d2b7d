import { DomainError } from '@helhed/kernel';
import type { Actor } from '../actor/actor.js';
import { requireChoice } from '../actor/choose-function.js';
import { isCaseFunction } from '../actor/functions.js';
import { notAllowed } from '../actor/reach.js';
import type { AccessDeclaration, Allowed } from './declarations.js';
import { looksAtPersons } from './looks.js';

/**
 * Whether the route is for this actor. The rest of a decision (unit, relation, basis) is about a row and comes with it.
 * @throws DomainError `person-token-required` (403) for a system that would look at persons, `not-allowed` (403), or `function-ambiguous` (400) where it depends on a function not chosen
 */
export function permit(actor: Actor, access: AccessDeclaration, method: string): void {
  const ways = access.allow.filter(({ kind }) => kind === actor.kind);
  if (ways.length === 0 && actor.kind === 'system' && looksAtPersons(method, access)) throw personTokenRequired();
  if (ways.some((way) => fits(way, actor))) return;
  if (ways.length > 0) requireChoice(actor);
  throw notAllowed();
}

function fits(way: Allowed, actor: Actor): boolean {
  if (way.kind === 'operator' || way.kind === 'citizen') return true;
  if (way.kind === 'service') return way.services.some((service) => service === actor.azp);
  if (way.functions === undefined) return true;
  return actor.function !== undefined && names(way.functions, actor.function);
}

/** Whether persons in this function are among those whom the route is for. */
export const isForFunction = (allow: readonly Allowed[], name: string): boolean =>
  allow.some((way) => way.kind === 'person' && (way.functions === undefined || names(way.functions, name)));

const names = (functions: readonly string[] | 'any' | 'case', name: string): boolean =>
  functions === 'case' ? isCaseFunction(name) : functions === 'any' || functions.includes(name);

const personTokenRequired = (): DomainError =>
  new DomainError('forbidden', 'person-token-required', {
    da: 'Oplysninger om personer læses med en persons token, ikke med et fagsystems eget.',
    en: 'What is held on persons is read with a person’s token, not with a system’s own.',
  });
