import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startKeycloak, startSeededKeycloak, startNats, startPostgres, type RunningServer } from '@helhed/local';
import { natsPasswords } from './nats-passwords.js';
import { runFolder } from './run-folder.js';
import type { TestKeycloak, TestNats, TestPostgres, TestServer } from './test-server.js';

// A test cluster outlives no power cut, so nothing waits for the disk; a kill -9 loses nothing either way.
const forTests = { fsync: 'off', full_page_writes: 'off', max_wal_size: '256MB' };

export async function nativePostgres(): Promise<TestPostgres> {
  const dataDir = runFolder('postgres');
  const password = randomBytes(12).toString('hex');
  const first = await startPostgres({ dataDir, password, settings: forTests });
  const again = (): Promise<RunningServer> =>
    startPostgres({ dataDir, password, settings: forTests, port: first.port });
  return {
    port: first.port,
    adminUrl: first.adminUrl,
    dataDir: join(dataDir, 'pg'),
    ...restartable(first, again, dataDir),
  };
}

export async function nativeNats(options: { syncInterval?: string } = {}): Promise<TestNats> {
  const dataDir = runFolder('nats');
  const passwords = natsPasswords();
  const first = await startNats({ dataDir, passwords, ...options });
  const { port, url, monitorUrl, storeDir } = first;
  const monitorPort = Number(new URL(monitorUrl).port);
  const again = (): Promise<RunningServer> => startNats({ dataDir, passwords, port, monitorPort, ...options });
  return { port, url, monitorUrl, storeDir, passwords, ...restartable(first, again, dataDir) };
}

export async function nativeKeycloak(): Promise<TestKeycloak> {
  const dataDir = runFolder('keycloak');
  const first = await startSeededKeycloak({ dataDir });
  const { port, url, admin } = first;
  const again = (): Promise<RunningServer> => startKeycloak({ dataDir, admin, port });
  return { port, url, admin, ...restartable(first, again, dataDir) };
}

function restartable(first: RunningServer, again: () => Promise<RunningServer>, dataDir: string): TestServer {
  let current = first;
  return {
    async kill() {
      current.kill('SIGKILL');
      await current.exited;
    },
    async start() {
      current = await again();
    },
    async stop() {
      await current.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
