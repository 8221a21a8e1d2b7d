import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts, as the access log keeps it: pseudonyms and codes, never a name. */
export interface ActingParty {
  readonly kind: 'person' | 'citizen' | 'system' | 'service' | 'operator' | 'secret-link';
  readonly issuer: string;
  readonly sub: string;
  readonly azp: string;
  readonly unit?: string;
  readonly function?: string;
}

/**
 * The claim on a request that must happen once: who and which key (hashed), and an HMAC of the body and of what the
 * address names.
 */
export interface IdempotencyClaim {
  readonly keyHash: Buffer;
  readonly bodyHmac: Buffer;
}

/** What follows one request (or one event being applied) through the code without being passed by hand. */
export interface RequestContext {
  readonly requestId: string;
  /** Absent where an event is applied */
  readonly method?: string;
  traceparent?: string;
  actor?: ActingParty;
  idempotency?: IdempotencyClaim;
}

export const requestContext = new AsyncLocalStorage<RequestContext>();
