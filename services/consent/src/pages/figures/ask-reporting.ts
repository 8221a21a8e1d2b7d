import type { Actor } from '@helhed/access';
import { DomainError, type ErrorKind } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import type { PageView } from '@helhed/web';
import { z } from 'zod';

const timeoutMs = 4_000;
const problem = z.object({ type: z.string(), titles: z.object({ da: z.string(), en: z.string() }) });

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

const kinds: Readonly<Record<number, ErrorKind>> = { 403: 'forbidden', 404: 'not-found' };

/** Asks reporting with the token of whoever looks: it decides, and notes the look. */
export class AskReporting {
  /** @param address of reporting, without its own path */
  constructor(private readonly address: string | undefined) {}

  /**
   * @param path with its query
   * @returns undefined where reporting does not say it now
   * @throws DomainError as reporting refuses it
   */
  async get<T>({ authorization, pair }: Asking, path: string, answer: z.ZodType<T>): Promise<T | undefined> {
    const headers = { authorization, 'helhed-function': pair, accept: 'application/json' };
    try {
      const response = await fetch(`${this.address}/reporting/v1/${path}`, {
        headers,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const kind = kinds[response.status];
      if (kind) throw refusal(kind, problem.parse(await response.json()));
      if (!response.ok) throw new Error(`reporting answers ${response.status}`);
      return answer.parse(await response.json());
    } catch (error) {
      if (error instanceof DomainError) throw error;
      log.warn('reporting does not say the figures', { dependency: 'reporting', error });
      return undefined;
    }
  }
}

const refusal = (kind: ErrorKind, { type, titles }: z.infer<typeof problem>): DomainError =>
  new DomainError(kind, type.split('/').at(-1) ?? kind, titles);
