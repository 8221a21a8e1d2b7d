import { keycloakUnavailable, realmOf, realmUrl } from '@helhed/access';
import { pagesClient, pagesSecretIn } from '@helhed/kernel';
import * as oidc from 'openid-client';
import type { Language } from '../language.js';
import type { SessionTokens } from './tokens.js';

export interface OidcOptions {
  /** Where the services reach Keycloak; browsers are sent to the issuer's own address. */
  readonly keycloakUrl: string;
  /** The secret of the service that serves the pages; the client's in each realm is made from it. */
  readonly clientSecret: string;
  /** Where browsers reach the pages, such as `https://helhed.example`. */
  readonly pagesUrl: string;
  /** The service's own path, such as `/consent`. */
  readonly path: string;
}

/** What must be the same when somebody comes back from Keycloak. */
export interface Pending {
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const requestTimeoutSeconds = 5;

/** Signing in at a municipality's realm: OIDC's authorization code flow with PKCE, by a confidential client. */
export class Oidc {
  readonly #clients = new Map<string, oidc.Configuration>();

  constructor(private readonly options: OidcOptions) {}

  /** Where to send the browser, and what to remember meanwhile. */
  async begin(issuer: string, language: Language): Promise<{ url: URL; pending: Pending }> {
    const verifier = oidc.randomPKCECodeVerifier();
    const pending = { issuer, state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
    const url = oidc.buildAuthorizationUrl(this.#clientOf(issuer), {
      redirect_uri: this.#address('/sign-in/callback'),
      scope: 'openid',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
    });
    return { url, pending };
  }

  /**
   * The tokens for the code that the browser came back with.
   * @param query the callback's, as it came
   * @returns undefined where state, nonce, issuer or code are not what was asked for
   * @throws DomainError `unavailable` where Keycloak does not answer
   */
  async finish({ issuer, state, nonce, verifier }: Pending, query: string): Promise<SessionTokens | undefined> {
    const url = new URL(`${this.#address('/sign-in/callback')}?${query}`);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    return this.#asked(issuer, () => oidc.authorizationCodeGrant(this.#clientOf(issuer), url, checks));
  }

  /** @returns undefined where Keycloak refuses: signed out there, disabled, or the token was used before */
  async refresh({ issuer, refresh, id, name }: SessionTokens): Promise<SessionTokens | undefined> {
    const tokens = await this.#asked(issuer, () => oidc.refreshTokenGrant(this.#clientOf(issuer), refresh));
    return tokens && { ...tokens, id: tokens.id || id, name: tokens.name ?? name };
  }

  /** Where the browser goes to end Keycloak's own session, and comes back from. */
  endSession({ issuer, id }: SessionTokens): URL {
    const back = this.#address('/sign-out');
    return oidc.buildEndSessionUrl(this.#clientOf(issuer), { id_token_hint: id, post_logout_redirect_uri: back });
  }

  async #asked(
    issuer: string,
    ask: () => Promise<oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers>,
  ): Promise<SessionTokens | undefined> {
    try {
      const given = await ask();
      const claims = given.claims();
      const { access_token: access, refresh_token: refresh = '', id_token: id = '' } = given;
      const name = typeof claims?.['name'] === 'string' ? claims['name'] : undefined;
      return { issuer, access, refresh, id, name, lifetime: given.expires_in ?? 0 };
    } catch (error) {
      if (isNoAnswer(error)) throw keycloakUnavailable();
      return undefined;
    }
  }

  #address(path: string): string {
    return `${this.options.pagesUrl}${this.options.path}${path}`;
  }

  #clientOf(issuer: string): oidc.Configuration {
    let client = this.#clients.get(issuer);
    if (!client) this.#clients.set(issuer, (client = this.#newClient(issuer)));
    return client;
  }

  /** Keycloak's addresses are the same in every realm: what services ask goes the short way, what browsers ask the public one. */
  #newClient(issuer: string): oidc.Configuration {
    const { keycloakUrl, clientSecret } = this.options;
    const inside = `${realmUrl(keycloakUrl, issuer)}/protocol/openid-connect`;
    const server: oidc.ServerMetadata = {
      issuer,
      authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
      end_session_endpoint: `${issuer}/protocol/openid-connect/logout`,
      token_endpoint: `${inside}/token`,
      jwks_uri: `${inside}/certs`,
      authorization_response_iss_parameter_supported: true,
    };
    const secret = pagesSecretIn(realmOf(issuer), clientSecret);
    const client = new oidc.Configuration(server, pagesClient, {}, oidc.ClientSecretPost(secret));
    client.timeout = requestTimeoutSeconds;
    // the way inside may be plain HTTP, so the ID token's signature is checked, not only where it came from
    if (new URL(inside).protocol === 'http:') oidc.allowInsecureRequests(client);
    oidc.enableNonRepudiationChecks(client);
    return client;
  }
}

/** Down, slow or broken, as against a refusal. */
function isNoAnswer(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const { status, code, name } = error as { status?: unknown; code?: unknown; name?: unknown };
  return (typeof status === 'number' && status >= 500) || code === 'OAUTH_TIMEOUT' || name === 'TimeoutError';
}
