import { DomainError } from '@helhed/kernel';

export const employeeAccount = (): DomainError =>
  new DomainError('forbidden', 'employee-account', {
    da: 'Kontoen er en medarbejders. Log ind med din egen konto som borger.',
    en: 'The account is an employee’s. Sign in with your own account as a citizen.',
  });

export const alreadyLinked = (): DomainError =>
  new DomainError('conflict', 'already-linked', {
    da: 'Kontoen eller personen er allerede knyttet.',
    en: 'The account or the person is linked already.',
  });

export const tooManyAttempts = (): DomainError =>
  new DomainError('too-many', 'too-many-attempts', {
    da: 'For mange forsøg. Få en ny kode, og prøv igen senere.',
    en: 'Too many attempts. Get a new code, and try again later.',
  });
