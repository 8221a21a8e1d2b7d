import { contexts } from '@helhed/contracts';
import { systemClock, type Clock } from '@helhed/kernel';
import { outsideMunicipalities, type Actor, type ActorKind } from '../actor/actor.js';
import { byDefault } from '../actor/choose-function.js';
import { parseFunctions } from '../actor/functions.js';
import type { AllowedIssuer, AllowedIssuers } from './allowed-issuers.js';
import { RealmKeys } from './realm-keys.js';
import { realmUrl } from './realm-url.js';
import { checkSignature } from './signature.js';
import { TokenRefused } from './token-refused.js';
import { checkHeader, checkToken } from './token-rules.js';
import { readToken, type TokenClaims } from './token-text.js';
import { VerifiedTokens } from './verified-tokens.js';

/** From an access token to who it stands for. */
export class TokenVerifier {
  readonly #keys = new Map<string, RealmKeys>();
  readonly #verified = new VerifiedTokens();

  /**
   * @param keycloakUrl the address at which services reach Keycloak (`http://keycloak:8080/auth`); issuers carry the public one
   * @param clock real time: tokens do not follow a demonstration's clock
   */
  constructor(
    private readonly issuers: AllowedIssuers,
    private readonly keycloakUrl: string,
    private readonly clock: Clock = systemClock,
  ) {}

  /** @throws TokenRefused (401), or DomainError `unavailable` (503) when a key is needed and Keycloak does not answer */
  async verify(token: string): Promise<Actor> {
    const now = this.clock.now();
    const known = this.#verified.find(token, now);
    if (known && this.issuers.known(known.issuer)) return known;
    const text = readToken(token);
    checkHeader(text.header);
    const issuer = await this.issuers.find(text.claims.iss);
    if (!issuer) throw new TokenRefused('iss');
    checkToken(text, issuer, now);
    const key = await this.#keysOf(issuer.issuer).find(text.header.kid ?? '');
    if (!key) throw new TokenRefused('key');
    await checkSignature(token, issuer.issuer, key);
    const actor = actorOf(text.claims, issuer);
    this.#verified.add(token, actor, (text.claims.exp ?? 0) * 1000);
    return actor;
  }

  #keysOf(issuer: string): RealmKeys {
    let keys = this.#keys.get(issuer);
    if (!keys) {
      keys = new RealmKeys(`${realmUrl(this.keycloakUrl, issuer)}/protocol/openid-connect/certs`);
      this.#keys.set(issuer, keys);
    }
    return keys;
  }
}

function actorOf(claims: TokenClaims, { issuer, municipality }: AllowedIssuer): Actor {
  const { sub = '', azp = '' } = claims;
  const base = { kind: kindOf(claims), issuer, sub, azp };
  if (municipality === undefined) return outsideMunicipalities({ ...base, functions: [] });
  const functions = parseFunctions(claims.functions);
  const employee = base.kind === 'person' && functions.length > 0 && ({ employee: true } as const);
  return byDefault({ ...base, municipality, functions, ...employee });
}

// `client_id` is in a token only when a client asked for it in its own name, with no person signing in.
function kindOf({ operator, client_id: client }: TokenClaims): ActorKind {
  if (operator === true) return 'operator';
  if (client === undefined) return 'person';
  return contexts.some((service) => service === client) ? 'service' : 'system';
}
