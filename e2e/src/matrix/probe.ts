import type { Request } from './oracle/request.js';

/**
 * A request of a route with everything but who asks. A command is asked so that whoever may gets a refusal of a later step
 * (412 for a version that is not there, 422 for a rule): it tells apart who may, and changes nothing.
 */
export interface Probe {
  /** Which thing, in words: `plain`, `nothing`. */
  readonly of: string;
  /** With ids in it. */
  readonly path: string;
  readonly target?: string | undefined;
  /** What the target stands for and is made anew for each request. */
  readonly fresh?: () => Promise<string>;
  readonly named?: Request['named'];
  readonly asked?: Request['asked'];
  readonly searched?: Request['searched'];
  /** Made anew for each request where it is a function. */
  readonly body?: unknown;
  readonly ifMatch?: number;
  /** What comes for whoever may: `!slug` is any problem but that one. */
  readonly accept?: string;
  readonly otherwise: Request['otherwise'];
  readonly misshapen?: Request['misshapen'];
  /** For these it would change the world, so that whoever of them may is not asked. */
  readonly harmfulFor?: readonly string[] | 'everybody';
}

/** Families whose bases, rows and custody are asked about one by one: what is particular about the others does not matter there. */
export const telling = new Set([
  'plain',
  'own record',
  'relative',
  'colleague',
  'withdrawn',
  'used up',
  'statute',
  'ended',
  'another triage unit',
  'rows ended',
  'closed',
  'incomplete',
]);

/** A version that nothing has. */
export const noVersion = 999;
/** What a refusal tells to whom all is shown is a look. */
export const toldInLog = { told: true, look: true } as const;
export const stale = { status: 412, problem: 'stale' } as const;
