import { localDate } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import type { AllowedIssuer } from './allowed-issuers.js';
import { TokenRefused } from './token-refused.js';
import type { TokenClaims, TokenHeader, TokenText } from './token-text.js';

/** The audience that every access token for the platform carries. */
export const audience = 'helhed';

type Minutes = ReturnType<typeof getGroundRules>['token']['minutes'];

/**
 * How long an access token may live on a day: a function taken away is gone after it. Seconds. Realms give ten less: Keycloak
 * reads its clock once for `iat` and once more for `exp`, which are then a second or more farther apart than configured.
 */
const longestLife = (minutes: Minutes, now: Date): number => valueOn(minutes, localDate(now)) * 60;

/** How far the clocks of Keycloak and a service may be apart. Seconds. */
const skew = 10;

/**
 * What we require of a token besides its signature, all of it here: keycloak-connect checks neither algorithm nor azp,
 * takes an absent audience for a good one unless told, and knows one issuer.
 * @param minutes the ground rule `token.minutes` (A-TOK-03)
 * @throws TokenRefused
 */
export function checkToken(
  { header, claims }: TokenText,
  issuer: AllowedIssuer,
  now: Date,
  minutes: Minutes = getGroundRules().token.minutes,
): void {
  checkHeader(header);
  if (claims.typ !== 'Bearer') throw new TokenRefused('typ');
  if (claims.iss !== issuer.issuer) throw new TokenRefused('iss');
  if (![claims.aud].flat().includes(audience)) throw new TokenRefused('aud');
  if (!claims.azp) throw new TokenRefused('azp');
  if (!claims.sub) throw new TokenRefused('sub');
  checkTimes(claims, Math.floor(now.getTime() / 1000), longestLife(minutes, now));
  if (claims.municipality !== issuer.municipality) throw new TokenRefused('municipality');
  if ((claims.operator === true) !== (issuer.municipality === undefined)) throw new TokenRefused('operator');
  if (claims.client_id !== undefined && claims.client_id !== claims.azp) throw new TokenRefused('client');
}

export function checkHeader({ alg, typ, crit, kid }: TokenHeader): void {
  if (alg !== 'RS256') throw new TokenRefused('alg');
  if (typ !== 'JWT') throw new TokenRefused('typ');
  if (crit !== undefined) throw new TokenRefused('malformed');
  if (!kid) throw new TokenRefused('key');
}

function checkTimes({ exp, nbf, iat }: TokenClaims, now: number, longest: number): void {
  if (exp === undefined || exp <= now) throw new TokenRefused('expired');
  if (nbf !== undefined && nbf > now + skew) throw new TokenRefused('not-yet');
  if (iat === undefined || iat > now + skew) throw new TokenRefused('not-yet');
  if (exp - iat > longest) throw new TokenRefused('lifetime');
}
