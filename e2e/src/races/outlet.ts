import { setImmediate as turn } from 'node:timers/promises';
import type { Timed } from './client.js';
import type { Family } from './family.js';
import type { SentKind } from './kind.js';

export interface SeenRead {
  readonly instance: string;
  readonly seen: Timed;
  readonly shows: boolean;
}

/** What a service sent about a family around a withdrawal, and when the withdrawal's answer was there. */
export interface Sent {
  readonly answeredAt: number;
  readonly reads: readonly SeenRead[];
}

/**
 * Where that which a service sends by itself arrives. Nobody asks for it, so nobody can ask after the answer: a read after
 * the answer is one whose first byte arrives after it, and one that fell due right after it, and was decided on then.
 */
export interface Outlet {
  readonly kind: SentKind;
  /** Waits until something about the family has arrived: it is told what its consent allows. */
  untilTold(family: Family): Promise<void>;
  /** So much is to be told about the family that some of it is under way when its consent is withdrawn, and some waits. */
  provoke(family: Family, random: () => number): Promise<void>;
  /** Called with the answer just received. @returns what waits until all is decided, and tells what came of it */
  answered(family: Family): Promise<() => Promise<Sent>>;
}

/**
 * What was on this machine when the answer came has been read once this is over: a connection that was made and written
 * to before is taken in one turn of the loop, and read from in the next.
 */
export async function whatHadComeIsRead(): Promise<number> {
  for (let turns = 0; turns < 3; turns++) await turn();
  return performance.now();
}

/** A read with no request: begun when its first byte was there, or when it was found to be due. */
export const unasked = (at: number, status: number): Timed => ({
  status,
  length: 0,
  body: '',
  sentAt: at,
  begunAt: at,
  endedAt: at,
});
