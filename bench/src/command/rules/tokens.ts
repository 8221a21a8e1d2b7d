import { createRemoteJWKSet, jwtVerify } from 'jose';
import { municipalityCode, type MunicipalityCode } from '@helhed/kernel';
import { Refused } from './refused.js';
import type { Settings } from './settings.js';

export interface Actor {
  readonly kind: 'person' | 'system';
  readonly municipality: MunicipalityCode;
  readonly issuer: string;
  readonly sub: string;
  readonly azp: string;
  readonly unit: string;
  readonly function: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Signature and claims of an access token, by jose: what the service asks of a token too. */
export function tokenVerifier({ issuer, municipality }: Settings): (token: string) => Promise<Actor> {
  const keys = createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`));
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: 'helhed',
      algorithms: ['RS256'],
      requiredClaims: ['sub', 'azp', 'exp', 'iat'],
      maxTokenAge: 300,
    }).catch(() => {
      throw new Refused(401, 'token-refused');
    });
    const [pair] = [payload['functions']].flat();
    const [unit, name] = typeof pair === 'string' ? pair.split(':') : [];
    if (payload['typ'] !== 'Bearer' || payload['municipality'] !== municipality || !unit || !name)
      throw new Refused(401, 'token-refused');
    return {
      kind: payload['client_id'] === undefined ? 'person' : 'system',
      municipality: municipalityCode(municipality),
      issuer,
      sub: String(payload.sub),
      azp: String(payload['azp']),
      unit,
      function: name,
      expires: payload.exp ?? 0,
    };
  };
}

export function bearerToken(header: string | undefined): string {
  const [, token] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  if (token === undefined) throw new Refused(401, 'token-missing');
  return token;
}
