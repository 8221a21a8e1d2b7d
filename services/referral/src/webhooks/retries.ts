const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** From one attempt to the next, milliseconds: Standard Webhooks' own schedule. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour];

/** What could not be told for so long is told no more. */
export const triedForMs = 72 * hour;

/**
 * How long after the attempt the next one comes, undefined where there is none: the receiver has been tried for three days.
 * @param sinceMs from when it was to be told first
 * @param random 0 to 1: what failed together is not tried together
 */
export function waitAfter(attempts: number, sinceMs: number, random: number): number | undefined {
  const wait = (waits[Math.min(attempts, waits.length) - 1] ?? second) * (1 + random / 10);
  return sinceMs + wait > triedForMs ? undefined : wait;
}
