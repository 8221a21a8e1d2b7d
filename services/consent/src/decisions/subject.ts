import { functionText, parseFunction, permit, type Actor, type Subject } from '@helhed/access';
import { DomainError } from '@helhed/kernel';
import type { DecidableAct } from './decidable-acts.js';
import type { Entity } from './authzen.dto.js';

/** Whom it is asked for; undefined for a type or an id that is none: nothing is allowed to them. */
export function subjectOf({ type, id, properties }: Entity, asker: Actor): Subject | undefined {
  const named = properties?.['function'];
  const pair = typeof named === 'string' ? parseFunction(named) : undefined;
  if (type === 'person') return { kind: 'person', sub: id, ...(named === undefined ? ownPair(id, asker) : pair) };
  const held = type === 'function-in-unit' ? parseFunction(id) : undefined;
  return held && { kind: 'function-in-unit', sub: '', ...held };
}

const ownPair = (id: string, { sub, unit, function: name }: Actor): Pick<Actor, 'unit' | 'function'> =>
  id === sub && unit !== undefined && name !== undefined ? { unit, function: name } : {};

const officer = 'data-protection-officer';

/**
 * Everybody asks for themselves, in the function of the request; the data protection officer for anybody (A-AZN-02).
 * @throws DomainError `subject-not-self`
 */
export function requireSelf(subject: Subject | undefined, asker: Actor): void {
  if (subject === undefined || asker.function === officer || isSelf(subject, asker)) return;
  throw new DomainError('forbidden', 'subject-not-self', {
    da: 'Spørg kun for dig selv, i den funktion, du handler i.',
    en: 'Ask for yourself only, in the function that you act in.',
  });
}

export const isSelf = (subject: Subject, { kind, sub, unit, function: name }: Actor): boolean =>
  subject.kind === kind && subject.sub === sub && subject.unit === unit && subject.function === name;

/** Step 3 of a decision: whether the act is for somebody in this function. */
export function isAllowed(act: DecidableAct, { unit, function: name, sub }: Subject, asker: Actor): boolean {
  const functions = unit === undefined || name === undefined ? [] : [{ unit, function: name }];
  const { municipality, issuer, azp } = asker;
  const actor: Actor = { kind: 'person', municipality, issuer, azp, sub, functions, ...functions[0] };
  try {
    permit(actor, { act: act.act, allow: act.allow, subjects: 'family' }, act.mode === 'read' ? 'GET' : 'POST');
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** `db-solsikken:pedagogue` */
export const pairOf = ({ unit, function: name }: Subject): string =>
  unit === undefined || name === undefined ? '' : functionText({ unit, function: name });
