import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@helhed/telemetry';
import type { DataSource } from 'typeorm';

const betweenTriesMs = 500;

/** Waits for PostgreSQL, for as long as it takes: a service may start before its database does. */
export async function openDatabase(source: DataSource, signal: AbortSignal): Promise<void> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      await source.initialize();
      return;
    } catch (error) {
      if (tries % 20 === 1) log.warn('the database does not answer yet', { dependency: 'database', error });
      await pause(betweenTriesMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
