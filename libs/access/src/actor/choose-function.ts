import { DomainError } from '@helhed/kernel';
import type { Actor, FunctionInUnit } from './actor.js';
import { functionText, parseFunction } from './functions.js';

/** An actor who holds one function acts in it unless told otherwise. */
export function byDefault(actor: Actor): Actor {
  const [only, ...others] = actor.functions;
  return only && others.length === 0 ? within(actor, only) : actor;
}

/**
 * Lets an actor act in the function that the header `Helhed-Function` names. A request acts in one function, so that
 * two of them never add up to a right that neither gives.
 * @throws DomainError `function-invalid` (400) or `function-not-held` (403)
 */
export function actIn(actor: Actor, header: string | undefined): Actor {
  if (header === undefined) return actor;
  const asked = parseFunction(header);
  if (!asked) throw notAPair();
  const held = actor.functions.find(({ unit, function: name }) => unit === asked.unit && name === asked.function);
  if (!held) throw notHeld();
  return within(actor, held);
}

/** @throws DomainError `function-ambiguous` (400) naming the functions held, where a route needs one and none was chosen */
export function requireChoice(actor: Actor): void {
  if (actor.function !== undefined || actor.functions.length < 2) return;
  const functions = actor.functions.map(functionText);
  const held = functions.join(', ');
  const detail = {
    da: `Du har flere funktioner. Vælg en af dem i headeren Helhed-Function: ${held}.`,
    en: `You hold several functions. Choose one in the header Helhed-Function: ${held}.`,
  };
  throw new DomainError('invalid', 'function-ambiguous', detail, [], { functions });
}

const within = (actor: Actor, { unit, function: name }: FunctionInUnit): Actor => ({ ...actor, unit, function: name });

const notAPair = (): DomainError =>
  new DomainError('invalid', 'function-invalid', {
    da: 'Helhed-Function skal være en enhed og en funktion, for eksempel db-solsikken:pedagogue.',
    en: 'Helhed-Function must be a unit and a function, such as db-solsikken:pedagogue.',
  });

const notHeld = (): DomainError =>
  new DomainError('forbidden', 'function-not-held', {
    da: 'Du har ikke den funktion, som Helhed-Function nævner.',
    en: 'You do not hold the function that Helhed-Function names.',
  });
