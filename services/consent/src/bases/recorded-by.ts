import { notAllowed, type Actor } from '@helhed/access';

/** A basis is asserted by a person in a function of a unit. */
export interface RecordedBy {
  readonly sub: string;
  readonly unit: string;
  readonly function: string;
}

/** @throws DomainError `not-allowed` for an actor without a function */
export function recordedBy({ sub, unit, function: name }: Actor): RecordedBy {
  if (unit === undefined || name === undefined) throw notAllowed();
  return { sub, unit, function: name };
}
