import { DomainError } from '@helhed/kernel';

export type Refusal =
  | 'malformed'
  | 'alg'
  | 'typ'
  | 'iss'
  | 'aud'
  | 'azp'
  | 'sub'
  | 'expired'
  | 'not-yet'
  | 'lifetime'
  | 'municipality'
  | 'operator'
  | 'client'
  | 'key'
  | 'signature';

/** A token that is not good enough (401). The reason is for logs and tests; the answer does not tell a forger what to mend. */
export class TokenRefused extends DomainError {
  constructor(readonly reason: Refusal) {
    super('unauthenticated', 'token-refused', {
      da: 'Adgangstokenet er ikke gyldigt her. Hent et nyt.',
      en: 'The access token is not valid here. Fetch a new one.',
    });
  }
}

export const tokenMissing = (): DomainError =>
  new DomainError('unauthenticated', 'token-missing', {
    da: 'Send et adgangstoken fra kommunens Keycloak: Authorization: Bearer …',
    en: "Send an access token from the municipality's Keycloak: Authorization: Bearer …",
  });

export const keycloakUnavailable = (): DomainError =>
  new DomainError('unavailable', 'keycloak-unavailable', {
    da: 'Adgangstokenet kan ikke prøves lige nu. Prøv igen om lidt.',
    en: 'The access token cannot be checked right now. Try again shortly.',
  });
