import type { Actor } from '../actor/actor.js';
import { VerifiedTokens } from './verified-tokens.js';

describe('the cache of verified tokens', () => {
  const actor = { kind: 'person' } as Actor;

  it('stays within its bound and lets the oldest go first', () => {
    const tokens = new VerifiedTokens(3);
    for (const name of ['a', 'b', 'c', 'd']) tokens.add(name, actor, Date.now() + 1000);
    expect(tokens.size).toBe(3);
    expect(tokens.find('a', new Date())).toBeUndefined();
    expect(tokens.find('d', new Date())).toBe(actor);
  });

  it('forgets a token at the instant it expires', () => {
    const tokens = new VerifiedTokens();
    tokens.add('a', actor, 5_000);
    expect(tokens.find('a', new Date(4_999))).toBe(actor);
    expect(tokens.find('a', new Date(5_000))).toBeUndefined();
    expect(tokens.size).toBe(0);
  });

  it('finds each token’s own actor, and nobody for another', () => {
    const tokens = new VerifiedTokens();
    const [pia, lone] = [actor, { ...actor }];
    tokens.add('a', pia, Date.now() + 1000);
    tokens.add('b', lone, Date.now() + 1000);
    expect([tokens.find('a', new Date()), tokens.find('b', new Date())]).toEqual([pia, lone]);
    expect(tokens.find('a', new Date())).toBe(pia);
    expect(tokens.find('b', new Date())).toBe(lone);
    expect(tokens.find('c', new Date())).toBeUndefined();
    expect(tokens.size).toBe(2);
  });

  it('of one place keeps the last', () => {
    const tokens = new VerifiedTokens(1);
    tokens.add('a', actor, Date.now() + 1000);
    expect(tokens.size).toBe(1);
    tokens.add('b', actor, Date.now() + 1000);
    expect([tokens.size, tokens.find('a', new Date()), tokens.find('b', new Date())]).toEqual([1, undefined, actor]);
  });
});
