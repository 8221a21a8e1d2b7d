import { NoToken } from './errors.js';
import { patience, send, type Patience } from './send.js';

/** Gives a token that is still good; a new one where the last was refused. */
export type Token = (renew?: boolean) => Promise<string>;

/** A department's system as its municipality's realm in Keycloak knows it. */
export interface KeycloakClient {
  /** The realm: `https://<the platform's address>/auth/realms/kommune-0450`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How long to ask Keycloak; as for any other request unless said. */
  readonly patience?: Patience;
  readonly fetch?: typeof fetch;
}

/** The system's own token, fetched anew before it expires. It writes; about persons it reads nothing. */
export function systemToken(client: KeycloakClient): Token {
  return keptFresh(() => fetchToken(client, { grant_type: 'client_credentials' }));
}

/**
 * The token by which the system asks as a person who uses it (RFC 8693): hers in what may be seen, and the log has both.
 * @param person the token that she signed in to the system with, still good each time that it is asked for
 */
export function personToken(client: KeycloakClient, person: () => string | Promise<string>): Token {
  let of: string | undefined;
  let kept: Token = () => Promise.reject(new Error('nobody has signed in'));
  return async (renew) => {
    const subject = await person();
    if (subject !== of) {
      of = subject;
      kept = keptFresh(() =>
        fetchToken(client, {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: subject,
          subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        }),
      );
    }
    return kept(renew);
  };
}

interface Fetched {
  readonly token: string;
  readonly livesMs: number;
}

/** Fetched once by all who ask at once, and anew when a fifth of its life is left, thirty seconds at most. */
function keptFresh(fetchAnew: () => Promise<Fetched>): Token {
  let held: Promise<Fetched> | undefined;
  let renewAt = 0;
  return async (renew = false) => {
    if (!held || performance.now() >= renewAt || renew) {
      const begun = performance.now();
      const mine = fetchAnew();
      held = mine;
      renewAt = Number.POSITIVE_INFINITY;
      mine.then(
        ({ livesMs }) => (renewAt = begun + livesMs - Math.min(30_000, livesMs / 5)),
        () => (held = held === mine ? undefined : held),
      );
    }
    return (await held).token;
  };
}

async function fetchToken(
  { issuer, clientId, clientSecret, patience: own = patience, fetch: ask = fetch }: KeycloakClient,
  grant: Readonly<Record<string, string>>,
): Promise<Fetched> {
  const { status, text } = await send(
    {
      operation: 'POST …/protocol/openid-connect/token',
      method: 'POST',
      url: `${issuer.replace(/\/+$/, '')}/protocol/openid-connect/token`,
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret }),
      repeatable: true,
    },
    { ...own, fetch: ask },
  );
  const { access_token: token, expires_in: seconds, error } = read(text);
  if (status !== 200 || token === undefined) throw new NoToken(clientId, status, error ?? 'unknown');
  return { token, livesMs: (seconds ?? 60) * 1_000 };
}

function read(text: string): { access_token?: string; expires_in?: number; error?: string } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
