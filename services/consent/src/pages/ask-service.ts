import type { Actor } from '@helhed/access';
import type { Context } from '@helhed/contracts';
import { DomainError, type ErrorKind } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import type { PageView } from '@helhed/web';
import { z } from 'zod';

/** What is sent is waited for longer: whether it was done is not known of one that got no answer. */
const timeoutMs = { read: 4_000, sent: 10_000 };
const text = z.object({ da: z.string(), en: z.string() });
const problem = z.object({ type: z.string(), titles: text, details: text.optional() });

export interface Asking {
  /** `Bearer …`, of whoever looks. */
  readonly authorization: string;
  /** `unit:function`: in which the token's holder acts. */
  readonly pair: string;
}

/** As whoever looks: by the token that the request brought, or by that of the page's session. */
export const askingAs = (
  { unit, function: name }: Actor,
  { accessToken }: Pick<PageView, 'accessToken'>,
  bearer: string | undefined,
): Asking => ({
  authorization: bearer ?? `Bearer ${accessToken}`,
  pair: `${unit}:${name}`,
});

/** What a service refuses: anything else that is no answer is a service that does not say it now. */
const kinds: Readonly<Record<number, ErrorKind>> = {
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  412: 'stale',
  422: 'rule',
};

/** What is sent beside who sends it. */
interface Sent {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks a service with the token of whoever looks: it decides, and notes the look. */
export class AskService {
  /** @param address of the service, without its own path */
  constructor(
    private readonly service: Context,
    private readonly address: string | undefined,
  ) {}

  /**
   * @param path with its query
   * @param sent to change something; without it the service is asked what is there
   * @returns undefined where the service does not say it now
   * @throws DomainError as the service refuses it
   */
  ask<T>(asking: Asking, path: string, answer: z.ZodType<T>, sent?: Sent): Promise<T | undefined> {
    const read = async (response: Response): Promise<T> => answer.parse(await response.json());
    return this.#ask(asking, path, { accept: 'application/json', read }, sent);
  }

  /** Asks for a table, as the service writes it (RFC 4180). @returns, @throws as `ask` */
  askTable(asking: Asking, path: string): Promise<string | undefined> {
    // with the mark at its beginning, which `text` takes away
    const read = async (response: Response): Promise<string> => Buffer.from(await response.arrayBuffer()).toString();
    return this.#ask(asking, path, { accept: 'text/csv', read });
  }

  async #ask<T>(
    { authorization, pair }: Asking,
    path: string,
    { accept, read }: { readonly accept: string; readonly read: (response: Response) => Promise<T> },
    sent?: Sent,
  ): Promise<T | undefined> {
    const headers = { authorization, 'helhed-function': pair, accept };
    try {
      const response = await fetch(`${this.address}/${this.service}/v1/${path}`, {
        headers: { ...headers, ...(sent && { 'content-type': 'application/json', ...sent.headers }) },
        ...(sent && { method: 'POST', body: JSON.stringify(sent.body) }),
        signal: AbortSignal.timeout(sent ? timeoutMs.sent : timeoutMs.read),
      });
      const kind = kinds[response.status];
      if (kind) throw refusal(kind, problem.parse(await response.json()));
      if (!response.ok) throw new Error(`${this.service} answers ${response.status}`);
      return await read(response);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      log.warn('a service does not answer whoever looks at a page', { dependency: this.service, error });
      return undefined;
    }
  }
}

const refusal = (kind: ErrorKind, { type, titles, details }: z.infer<typeof problem>): DomainError =>
  new DomainError(kind, type.split('/').at(-1) ?? kind, details ?? titles);
