import type { Workers } from '@helhed/database';
import { log } from '@helhed/telemetry';

const hour = 3_600_000;

/** Idempotency keys are remembered for seven days; older ones go, looked for each hour by every instance. */
export function forgetOldKeys(workers: Workers, signal: AbortSignal): void {
  const timer = setInterval(() => {
    workers
      .query(`DELETE FROM helhed.idempotency WHERE recorded_at < clock_timestamp() - interval '7 days'`)
      .catch((error: unknown) => {
        log.warn('will be tried again', { context: 'forget old keys', error });
      });
  }, hour);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
}
