import { DomainError } from '@helhed/kernel';

/** Whether a basis still holds cannot be known now, so nothing that rests on it is shown (A-LEA-01). */
export const consentUnavailable = (): DomainError =>
  new DomainError('unavailable', 'consent-unavailable', {
    da: 'Om grundlaget stadig gælder, kan ikke afgøres lige nu. Intet er vist.',
    en: 'Whether the basis still holds cannot be decided right now. Nothing was shown.',
  });
