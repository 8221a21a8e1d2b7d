import { code, date } from '@helhed/contracts';
import { DomainError, type ErrorKind } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { z } from 'zod';

const timeoutMs = 4_000;

const text = z.object({ da: z.string(), en: z.string() });
const figure = z.object({
  code: z.string(),
  name: text,
  definition: text,
  unit: z.string(),
  value: z.number().nullable(),
  denominator: z.object({ value: z.number(), definition: text }).nullable(),
  parts: z.array(z.object({ code: z.string(), value: z.number() })),
});
const answer = z.object({ figures: z.array(figure) });
const problem = z.object({ type: z.string(), titles: text });

/** A figure as reporting answers it (A-REP-01). */
export type Figure = z.infer<typeof figure>;

export const FigureQuestion = z
  .object({ programme: code, from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
export type FigureQuestion = z.infer<typeof FigureQuestion>;

interface Asking {
  /** `Bearer …`, of whoever looks. */
  readonly authorization: string;
  /** `unit:function`: in which the token's holder acts. */
  readonly pair: string;
}

const kinds: Readonly<Record<number, ErrorKind>> = { 403: 'forbidden', 404: 'not-found' };

/** Asks reporting for the figures of a period with the token of whoever looks: it decides, and notes the look. */
export class AskFigures {
  /** @param address of reporting, without its own path */
  constructor(private readonly address: string | undefined) {}

  /**
   * @returns undefined where reporting does not say it now
   * @throws DomainError as reporting refuses it
   */
  async run({ authorization, pair }: Asking, asked: FigureQuestion): Promise<readonly Figure[] | undefined> {
    const address = `${this.address}/reporting/v1/figures?${new URLSearchParams(asked).toString()}`;
    const headers = { authorization, 'helhed-function': pair, accept: 'application/json' };
    try {
      const response = await fetch(address, { headers, signal: AbortSignal.timeout(timeoutMs) });
      const kind = kinds[response.status];
      if (kind) throw refusal(kind, problem.parse(await response.json()));
      if (!response.ok) throw new Error(`reporting answers ${response.status}`);
      return answer.parse(await response.json()).figures;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      log.warn('reporting does not say the figures', { dependency: 'reporting', error });
      return undefined;
    }
  }
}

const refusal = (kind: ErrorKind, { type, titles }: z.infer<typeof problem>): DomainError =>
  new DomainError(kind, type.split('/').at(-1) ?? kind, titles);
