import { isCaseFunction, notAllowed, type Actor } from '@helhed/access';
import type { basisKind } from '@helhed/contracts';

export type Kind = (typeof basisKind)['options'][number];

/** Which functions assert which kind of basis, and end it: docs/access.md, 6.1. */
const records: Readonly<Record<Kind, (name: string) => boolean>> = {
  consent: () => true,
  statute: (name) => ['triager', 'caseworker', 'social-worker'].includes(name),
  'single-exchange': (name) => !['childminder', 'group-leader'].includes(name),
  'vital-interest': (name) => ['caseworker', 'social-worker', 'health-visitor'].includes(name),
};

/** @throws DomainError `not-allowed` (A-BAS-01) */
export function requireMayRecord({ function: name }: Pick<Actor, 'function'>, kind: Kind): void {
  if (name === undefined || !isCaseFunction(name) || !records[kind](name)) throw notAllowed();
}
