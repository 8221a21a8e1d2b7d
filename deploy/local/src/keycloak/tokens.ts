import { realmOf } from './realm-names.js';

const requestTimeoutMs = 30_000;
const renewBeforeMs = 30_000;

/** An access token for a person's password: demonstration installations only, where the client `demo-cli` exists. */
export const tokenForUser = (
  keycloakUrl: string,
  municipality: string,
  username: string,
  password: string,
): Promise<string> =>
  fetchToken(keycloakUrl, realmOf(municipality), { grant_type: 'password', client_id: 'demo-cli', username, password });

/** An access token for a client's own service account; `realm` is a municipality's (`realmOf(code)`) or the operators'. */
export const tokenForClient = (
  keycloakUrl: string,
  realm: string,
  clientId: string,
  clientSecret: string,
): Promise<string> =>
  fetchToken(keycloakUrl, realm, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });

/** Keeps a token and fetches a new one shortly before it expires: a story lasts longer than five minutes. */
export function keepFresh(fetchAnew: () => Promise<string>): () => Promise<string> {
  let token: Promise<string> | undefined;
  let renewAt = 0;
  return () => {
    if (token && Date.now() < renewAt) return token;
    renewAt = Date.now() + renewBeforeMs;
    token = fetchAnew().then(
      (fresh) => {
        renewAt = expiryOf(fresh) - renewBeforeMs;
        return fresh;
      },
      (error: unknown) => {
        token = undefined;
        throw error;
      },
    );
    return token;
  };
}

function expiryOf(token: string): number {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
  return claims.exp * 1000;
}

async function fetchToken(keycloakUrl: string, realm: string, form: Record<string, string>): Promise<string> {
  const url = `${keycloakUrl.replace(/\/+$/, '')}/realms/${realm}/protocol/openid-connect/token`;
  const body = new URLSearchParams(form);
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(requestTimeoutMs) });
  if (!response.ok) {
    const { error, error_description: description } = (await response.json().catch(() => ({}))) as Record<
      string,
      string
    >;
    throw new Error(
      `Keycloak gave ${form['client_id']} of ${realm} no token: ${response.status} ${error} ${description}`,
    );
  }
  return ((await response.json()) as { access_token: string }).access_token;
}
