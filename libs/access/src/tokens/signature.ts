import type { KeyObject } from 'node:crypto';
import Config from 'keycloak-connect/middleware/auth-utils/config.js';
import GrantManager from 'keycloak-connect/middleware/auth-utils/grant-manager.js';
import Token from 'keycloak-connect/middleware/auth-utils/token.js';
import { TokenRefused } from './token-refused.js';
import { audience } from './token-rules.js';

/**
 * Keycloak's own library checks the signature (and issuer, audience and expiry once more), without its Express
 * middleware and with keys that we fetch: its key cache ends the process on an answer that is not JSON, and tells
 * "no such key" and "Keycloak is down" not apart.
 * @throws TokenRefused
 */
export async function checkSignature(token: string, issuer: string, key: KeyObject): Promise<void> {
  const [, server, realm] = /^(.+)\/realms\/([^/]+)$/.exec(issuer) ?? [];
  const manager = new GrantManager(
    new Config({
      realm,
      'auth-server-url': server,
      'client-id': audience,
      'bearer-only': true,
      'verify-token-audience': true,
    }),
  );
  manager.rotation = { getJWK: () => Promise.resolve(key) };
  try {
    await manager.validateToken(new Token(token, audience), 'Bearer');
  } catch {
    throw new TokenRefused('signature');
  }
}
