import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@helhed/telemetry';
import type { Platform } from './platform.js';
import { ClockMoved, requireRealTime } from './require-real-time.js';

const betweenTriesMs = 500;

/**
 * Waits for PostgreSQL, for as long as it takes: a service may start before its database does.
 * @param beforeOpening settled first: no request meets the database before it has succeeded
 * @throws ClockMoved where a municipality's clock was moved and this is no demonstration; nothing is opened then
 */
export async function openDatabase(
  { database, workers, demo }: Pick<Platform, 'database' | 'workers' | 'demo'>,
  signal: AbortSignal,
  beforeOpening?: () => Promise<void>,
): Promise<void> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      if (!demo) await requireRealTime(workers);
      await beforeOpening?.();
      await database.open();
      return;
    } catch (error) {
      if (error instanceof ClockMoved) throw error;
      if (tries % 20 === 1) log.warn('the database does not answer yet', { dependency: 'database', error });
      await pause(betweenTriesMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
