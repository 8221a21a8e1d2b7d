import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../servers/ports.js';
import { reapFolder } from '../servers/reap.js';
import { startServerProcess, type RunningServer } from '../servers/server-process.js';
import { untilReady } from '../servers/until-ready.js';
import { natsBinary } from './nats-binary.js';
import { natsConfig } from './nats-config.js';
import { setUpUser } from './nats-rights.js';
import { setUpNats } from './set-up-nats.js';

export interface NatsOptions {
  /** Folder for the store (`<dataDir>/jetstream`), the configuration and the log. Made when missing, kept on stop. */
  dataDir: string;
  /** 0 or absent: a free port. */
  port?: number;
  monitorPort?: number;
  /** Password of each service's user and of `set-up`. */
  passwords: Readonly<Record<string, string>>;
  /** `always` unless told otherwise; a duration such as `2m` syncs in the background. */
  syncInterval?: string;
}

export interface RunningNats extends RunningServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** `nats://127.0.0.1:<port>`; name and password are given beside it. */
  readonly url: string;
  /** Base of the monitoring endpoints, for example `<monitorUrl>/jsz?streams=1`. */
  readonly monitorUrl: string;
  readonly dataDir: string;
  readonly storeDir: string;
}

/** Starts a NATS server with JetStream on the loopback address, and sets up its streams and durables. */
export async function startNats(options: NatsOptions): Promise<RunningNats> {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true });
  await reapFolder(dataDir);
  const port = options.port || (await freePort());
  const monitorPort = options.monitorPort || (await freePort());
  const storeDir = join(dataDir, 'jetstream');
  const configFile = join(dataDir, 'nats.conf');
  const { passwords, syncInterval } = options;
  writeFileSync(configFile, natsConfig({ host: '127.0.0.1', port, monitorPort, storeDir, passwords, syncInterval }), {
    mode: 0o600,
  });
  const command = await natsBinary();
  const server = startServerProcess({
    name: 'nats',
    command,
    args: ['-c', configFile],
    dataDir,
    stopSignal: 'SIGTERM',
  });
  const monitorUrl = `http://127.0.0.1:${monitorPort}`;
  const check = async (): Promise<boolean> => (await fetch(`${monitorUrl}/healthz`)).ok;
  await untilReady({ name: 'nats', dataDir, server, check, timeoutMs: 20_000 });
  const url = `nats://127.0.0.1:${port}`;
  try {
    await setUpNats({ url, password: passwords[setUpUser] ?? '' });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, host: '127.0.0.1', port, url, monitorUrl, dataDir, storeDir };
}
