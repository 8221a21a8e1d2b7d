import { NoAnswer, NoToken } from './errors.js';
import type { Token } from './tokens.js';
import { reasonOf, retryAfterOf, waitOf } from './waits.js';

export interface Patience {
  /** How long a call may take, with all its tries. */
  readonly patienceMs: number;
  /** How long one try may take. */
  readonly timeoutMs: number;
  /** The first wait between two tries where the service says none; each is twice the one before, less a part by chance. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

export const patience: Patience = { patienceMs: 60_000, timeoutMs: 15_000, firstWaitMs: 100, longestWaitMs: 2_000 };

/** One try, for who counts them. */
export interface Tried {
  /** Method and the path's pattern. */
  readonly operation: string;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
}

export interface Sending extends Patience {
  readonly fetch: typeof fetch;
  readonly token?: Token | undefined;
  readonly onTry?: ((tried: Tried) => void) | undefined;
}

export interface Sent {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams | undefined;
  /** However often it is sent, it happens once. */
  readonly repeatable: boolean;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends until there is an answer that is worth no other try. 429 and 503 ask for one, and so does silence: but silence and
 * 503 may come after it was done, so what is not repeatable is sent again only after 429, which says that nothing was.
 * @throws NoAnswer where none came in time
 */
export async function send(sent: Sent, sending: Sending): Promise<Received & { readonly repeated: boolean }> {
  const until = Date.now() + sending.patienceMs;
  let repeated = false;
  let renew = false;
  for (let tries = 0; ; tries++) {
    const token = await tokenOf(sending, renew);
    const found = 'reason' in token ? token : await oneTry(sent, sending, token.token);
    const received = 'status' in found ? found : undefined;
    if (received?.status === 401 && token.token !== undefined && !renew) {
      renew = true;
      continue;
    }
    if (received && received.status !== 429 && received.status !== 503) return { ...received, repeated };
    const unsure = !('unsent' in found) && received?.status !== 429;
    const wait = waitOf(tries, received && retryAfterOf(received.headers), sending);
    if ((unsure && !sent.repeatable) || Date.now() + wait > until) {
      if (received) return { ...received, repeated: repeated || unsure };
      throw new NoAnswer(sent.operation, (found as Silence).reason, repeated || unsure);
    }
    repeated ||= unsure;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

interface Silence {
  readonly reason: string;
  /** Nothing went out. */
  readonly unsent?: true;
}

async function tokenOf(
  { token }: Sending,
  renew: boolean,
): Promise<{ token: string | undefined } | (Silence & { token?: undefined })> {
  try {
    return { token: await token?.(renew) };
  } catch (error) {
    if (error instanceof NoToken) throw error;
    return { reason: error instanceof NoAnswer ? error.reason : reasonOf(error), unsent: true };
  }
}

/** An answer whose body does not come whole is none. */
async function oneTry(
  { operation, method, url, headers, body }: Sent,
  { fetch: ask, timeoutMs, onTry }: Sending,
  token: string | undefined,
): Promise<Received | Silence> {
  const begun = performance.now();
  const tried = (status: number | undefined) => onTry?.({ operation, status, milliseconds: performance.now() - begun });
  try {
    const response = await ask(url, {
      method,
      headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
      body: body ?? null,
      // a token goes nowhere else
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    tried(response.status);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    tried(undefined);
    return { reason: reasonOf(error) };
  }
}
