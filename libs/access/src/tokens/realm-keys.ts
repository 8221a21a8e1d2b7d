import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { Latest } from './latest.js';
import { keycloakUnavailable } from './token-refused.js';

const requestTimeoutMs = 2_000;
const refreshAfterMs = 300_000;
const shortestIntervalMs = 1_000;
const smallestModulusBits = 2048;

interface PublishedKey extends JsonWebKey {
  readonly kid?: string;
  readonly use?: string;
  readonly alg?: string;
}

/**
 * The keys that a realm signs with. They stay while Keycloak is down; an unknown key id makes us look again, at most
 * once a second; a key that Keycloak no longer publishes is dropped within five minutes.
 */
export class RealmKeys {
  #keys: ReadonlyMap<string, KeyObject> | undefined;
  readonly #latest: Latest;

  constructor(private readonly certificatesUrl: string) {
    this.#latest = new Latest(() => this.#load(), shortestIntervalMs);
  }

  /** @throws DomainError `unavailable` when the key is unknown and Keycloak does not answer */
  async find(kid: string): Promise<KeyObject | undefined> {
    const key = this.#keys?.get(kid);
    if (key) {
      if (this.#latest.age > refreshAfterMs) this.#latest.refreshBehind();
      return key;
    }
    await this.#latest.refresh();
    return this.#keys?.get(kid);
  }

  async #load(): Promise<void> {
    const published = await this.#fetch();
    this.#keys = new Map(published.flatMap((key) => usable(key)));
  }

  async #fetch(): Promise<PublishedKey[]> {
    try {
      const response = await fetch(this.certificatesUrl, { signal: AbortSignal.timeout(requestTimeoutMs) });
      if (response.status === 404) return []; // the realm is gone, and its keys with it
      if (!response.ok) throw new Error(`status ${response.status}`);
      const { keys } = (await response.json()) as { keys: PublishedKey[] };
      return keys;
    } catch {
      throw keycloakUnavailable();
    }
  }
}

function usable(key: PublishedKey): [string, KeyObject][] {
  if (!key.kid || key.kty !== 'RSA' || key.use !== 'sig' || key.alg !== 'RS256') return [];
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits >= smallestModulusBits ? [[key.kid, publicKey]] : [];
}
