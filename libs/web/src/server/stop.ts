import type { Server } from 'node:http';
import { log, type Telemetry } from '@helhed/telemetry';
import type { INestApplication } from '@nestjs/common';
import type { Platform } from './platform.js';

/** How long requests and events under way may take to finish. */
const patienceMs = 10_000;

/**
 * Stops in the order in which nothing is lost: no longer ready; no new connections, requests under way finish; consumers
 * drain and the relay resigns; then the database connections close.
 */
export function stopOnce(
  platform: Platform,
  app: INestApplication,
  telemetry: Telemetry,
  opening: AbortController,
): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    platform.health.stop();
    opening.abort();
    await closeHttp(app);
    await platform.leases?.stop();
    await platform.lookUps.stop();
    const { dataSource } = platform.database;
    if (dataSource.isInitialized) await dataSource.destroy();
    await platform.workers.close();
    await telemetry.stop();
  };
  return () => (stopping ??= stop());
}

/** Node closes the connections that are idle when it begins to close, but not those whose last answer goes out later. */
async function closeHttp(app: INestApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}

/** @returns a function that takes the handlers off again, for tests that start many services in one process */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    log.info('stopping', { signal });
    // What cannot finish in time is cut off: its transaction rolls back, its client sees no answer and asks again.
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
  return () => {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  };
}
