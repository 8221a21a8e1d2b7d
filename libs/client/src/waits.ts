import type { Patience } from './send.js';

/** How long to wait before the next try: as the service says, or longer each time. */
export function waitOf(
  tries: number,
  retryAfterMs: number | undefined,
  { firstWaitMs, longestWaitMs }: Patience,
  chance = Math.random(),
): number {
  if (retryAfterMs !== undefined) return retryAfterMs;
  return Math.min(firstWaitMs * 2 ** tries, longestWaitMs) * (0.5 + chance / 2);
}

/** `Retry-After`, which is in seconds or a date, in milliseconds from now. */
export function retryAfterOf(headers: Headers, now = Date.now()): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** What an error is called, without its message: that may have the address in it. */
export function reasonOf(error: unknown): string {
  const { name, cause } = error instanceof Error ? error : new Error('nothing is known of it');
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : name;
}
