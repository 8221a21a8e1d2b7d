import { hash } from 'node:crypto';
import type { Actor } from '../actor/actor.js';

interface Verified {
  readonly actor: Actor;
  /** Milliseconds since 1970 */
  readonly expires: number;
}

/**
 * Tokens found good, until they expire: a check costs 50 µs and more, a look here some 3. Kept by hash, so that a dump
 * of the memory holds no token that could be used; the oldest goes when the cache is full.
 */
export class VerifiedTokens {
  readonly #tokens = new Map<string, Verified>();

  constructor(private readonly capacity = 10_000) {}

  find(token: string, now: Date): Actor | undefined {
    const key = keyOf(token);
    const found = this.#tokens.get(key);
    if (!found) return undefined;
    if (found.expires > now.getTime()) return found.actor;
    this.#tokens.delete(key);
    return undefined;
  }

  add(token: string, actor: Actor, expires: number): void {
    const oldest = this.#tokens.size >= this.capacity ? this.#tokens.keys().next().value : undefined;
    if (oldest !== undefined) this.#tokens.delete(oldest);
    this.#tokens.set(keyOf(token), { actor, expires });
  }

  get size(): number {
    return this.#tokens.size;
  }
}

const keyOf = (token: string): string => hash('sha256', token, 'base64');
