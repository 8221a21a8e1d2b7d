import { DomainError } from '@helhed/kernel';

/** 403: the actor may not do this at all. What is merely out of reach is `notFound`: told apart from what is not there by nobody. */
export const notAllowed = (): DomainError =>
  new DomainError('forbidden', 'not-allowed', {
    da: 'Din funktion giver ikke adgang til dette.',
    en: 'Your function gives no access to this.',
  });
