import { hash } from 'node:crypto';
import type { Settings } from '../rules/settings.js';
import { tokenVerifier, type Actor } from '../rules/tokens.js';

const mostKept = 10_000;

/** A token found good is good until it expires. */
export function cachedTokens(settings: Settings): (token: string) => Actor | Promise<Actor> {
  const verify = tokenVerifier(settings);
  const kept = new Map<string, Actor>();
  return (token) => {
    const key = hash('sha256', token, 'base64');
    const known = kept.get(key);
    if (known && known.expires * 1_000 > Date.now()) return known;
    return verify(token).then((actor) => {
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, actor);
      return actor;
    });
  };
}
