/** What a service tells of events in its metrics; null where it cannot tell just now. */
export interface WaitingEvents {
  /** Events that could not be applied: an operator looks at them with `npm run dead-letters`. */
  readonly deadLetters: number | null;
  /** Events that others have published and it has not applied yet. */
  readonly notApplied: number | null;
  /** Age of the oldest that waits for an earlier one or another try, in seconds. */
  readonly oldestSeconds: number | null;
}

const patienceMs = 3_000;

/** Asks the service's `/metrics`, which answers a caller on the same machine. */
export async function waitingEvents(port: number): Promise<WaitingEvents | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(patienceMs) });
    return answer.ok ? readWaiting(await answer.text()) : null;
  } catch {
    return null;
  }
}

export function readWaiting(metrics: string): WaitingEvents {
  const sum = (name: string): number | null => {
    const lines = metrics.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    const values = lines.map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  return {
    deadLetters: sum('helhed_dead_letters'),
    notApplied: sum('helhed_consumer_lag_events'),
    oldestSeconds: sum('helhed_parked_oldest_seconds'),
  };
}
