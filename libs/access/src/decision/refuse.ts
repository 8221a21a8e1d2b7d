import { DomainError, notFound, type Text } from '@helhed/kernel';
import type { Decision } from './decision.js';
import type { BarredReason } from './reasons.js';

const texts: Readonly<Record<BarredReason, Text>> = {
  'own-record': {
    da: 'Det er din egen sag. Som borger kan du læse den med en anden konto.',
    en: 'This is your own record. As a citizen you can read it with another account.',
  },
  'relative-record': {
    da: 'Det er en pårørendes sag. En anden må tage den.',
    en: 'This is a relative’s record. Somebody else must take it.',
  },
  'colleague-record': {
    da: 'Det er en kollegas sag. En leder kan godkende dig til den.',
    en: 'This is a colleague’s record. A lead can clear you for it.',
  },
};

/**
 * The decision on a thing that is there for the actor; a decision is undefined where no row was found.
 * @throws DomainError `not-found` (404), the same whether it is not there or out of reach
 */
export function requireRelation(decision: Decision | undefined, what: Text): Decision {
  if (!decision || decision.relations.length === 0) throw notFound(what);
  return decision;
}

/** The 403 of step 7. The refusal is logged with its subjects (A-LOG-02) before it is thrown. */
export const barredError = (barred: BarredReason): DomainError => new DomainError('forbidden', barred, texts[barred]);
