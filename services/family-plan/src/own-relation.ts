import { DomainError } from '@helhed/kernel';

/** 403: what would give, or take from, oneself. */
export const ownRelation = (): DomainError =>
  new DomainError('forbidden', 'own-relation', {
    da: 'Man giver ikke sig selv adgang. Bed en anden om det.',
    en: 'Nobody gives themselves access. Ask somebody else.',
  });
