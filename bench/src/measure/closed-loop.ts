import type { Answer, HttpConnection } from './http-connection.js';

export interface Load {
  readonly connections: readonly HttpConnection[];
  /** Begins no request later than this, in milliseconds. */
  readonly forMs: number;
  /** The next request; undefined when there is nothing more to ask for. */
  readonly next: () => string | undefined;
  /** What every answer must be; anything else ends the run, since a figure of refused requests says nothing. */
  readonly status: number;
  readonly onAnswer?: (answer: Answer) => void;
}

/** Each connection asks again as soon as it is answered. @returns how many were answered, in how many milliseconds */
export async function closedLoop({
  connections,
  forMs,
  next,
  status,
  onAnswer,
}: Load): Promise<{ answered: number; ms: number }> {
  const began = performance.now();
  let answered = 0;
  const ask = async (connection: HttpConnection): Promise<void> => {
    while (performance.now() - began < forMs) {
      const request = next();
      if (request === undefined) return;
      const answer = await connection.send(request);
      if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.body}`);
      answered++;
      onAnswer?.(answer);
    }
  };
  await Promise.all(connections.map(ask));
  return { answered, ms: performance.now() - began };
}
