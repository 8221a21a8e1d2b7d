import { clientSecretIn, DomainError, monotonicMs, type MunicipalityCode } from '@helhed/kernel';
import type { AllowedIssuers } from './allowed-issuers.js';
import { keycloakUnavailable } from './token-refused.js';
import { realmOf, realmUrl } from './realm-url.js';

export interface ServiceClientOptions {
  /** Where the services reach Keycloak */
  readonly keycloakUrl: string;
  /** The service's name, which is its client's id in every municipality's realm */
  readonly service: string;
  /** The service's own secret, from which its client's in each realm is made */
  readonly secret: string;
}

interface Held {
  readonly token: string;
  /** On the clock that only goes forward */
  readonly expires: number;
}

const requestTimeoutMs = 5_000;
const renewBeforeMs = 60_000;
const useUntilMs = 5_000;

/** This service's own tokens: one for each municipality, renewed a minute before it expires, asked for once at a time. */
export class ServiceTokens {
  readonly #held = new Map<MunicipalityCode, Held>();
  readonly #asking = new Map<MunicipalityCode, Promise<string>>();

  constructor(
    private readonly issuers: AllowedIssuers,
    private readonly options: ServiceClientOptions,
  ) {}

  /** @throws DomainError `unavailable` when Keycloak gives none and none is left that still counts */
  async forMunicipality(code: MunicipalityCode): Promise<string> {
    const held = this.#held.get(code);
    if (held && held.expires - monotonicMs() > renewBeforeMs) return held.token;
    let asking = this.#asking.get(code);
    if (!asking) {
      asking = this.#ask(code).finally(() => this.#asking.delete(code));
      this.#asking.set(code, asking);
    }
    if (!held || held.expires - monotonicMs() < useUntilMs) return asking;
    // the old token serves out its last minute, whether Keycloak is quick, slow or down
    asking.catch(() => undefined);
    return held.token;
  }

  async #ask(code: MunicipalityCode): Promise<string> {
    const allowed = await this.issuers.ofMunicipality(code);
    if (!allowed) throw refused();
    const asked = monotonicMs();
    const response = await this.#post(allowed.issuer);
    if (response.status >= 500) throw keycloakUnavailable();
    if (!response.ok) throw refused();
    const { access_token: token, expires_in: seconds } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    this.#held.set(code, { token, expires: asked + seconds * 1000 });
    return token;
  }

  async #post(issuer: string): Promise<Response> {
    const { keycloakUrl, service, secret } = this.options;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: service,
      client_secret: clientSecretIn(realmOf(issuer), secret),
    });
    const url = `${realmUrl(keycloakUrl, issuer)}/protocol/openid-connect/token`;
    try {
      return await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(requestTimeoutMs) });
    } catch {
      throw keycloakUnavailable();
    }
  }
}

const refused = (): DomainError =>
  new DomainError('unavailable', 'service-token-refused', {
    da: 'Kommunens Keycloak giver ikke denne service et adgangstoken.',
    en: "The municipality's Keycloak gives this service no access token.",
  });
