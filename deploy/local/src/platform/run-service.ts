import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '@helhed/contracts';
import { cacheFolder } from '../servers/cache.js';
import { runTool } from '../servers/run-tool.js';
import { logFile, startServerProcess, type RunningServer } from '../servers/server-process.js';
import { untilReady } from '../servers/until-ready.js';
import { migrationEnvironment, serviceEnvironment, type Installation } from './service-environment.js';
import { repository, serviceFile } from './repository.js';

export interface ServicePlace {
  service: Context;
  /** Name of this process among the service's own; its log is `<dataDir>/<instance>.log`. */
  instance: string;
  port: number;
  dataDir: string;
  /** Added to, or put over, the environment that the installation gives. */
  env?: Readonly<Record<string, string>>;
  timeoutMs?: number;
}

export interface RunningService extends RunningServer {
  readonly service: Context;
  readonly instance: string;
  readonly port: number;
  /** Base without the service's own path. */
  readonly url: string;
  readonly logFile: string;
}

/** Brings a service's database to its schema of today, as the owner role. */
export async function migrateService(installation: Installation, service: Context): Promise<void> {
  const env = { ...process.env, ...compiledOnce(), ...migrationEnvironment(installation, service) };
  await runTool(process.execPath, [serviceFile(service, 'migrate')], { cwd: repository, env });
}

/** Starts one process of a service and waits for the line in which it says that it is ready. */
export async function runService(installation: Installation, place: ServicePlace): Promise<RunningService> {
  const { service, instance, port, dataDir } = place;
  mkdirSync(dataDir, { recursive: true });
  const log = logFile(dataDir, instance);
  const saidBefore = sizeOf(log);
  const env = {
    ...process.env,
    ...compiledOnce(),
    ...serviceEnvironment(installation, service, { port, instance }),
    ...keptOutside(service, dataDir),
    ...place.env,
  };
  const server = startServerProcess({
    name: instance,
    command: process.execPath,
    args: [serviceFile(service, 'main')],
    dataDir,
    env,
    stopGrace: 12_000,
  });
  const check = async (): Promise<boolean> => readFrom(log, saidBefore).includes('"ready":true');
  await untilReady({ name: instance, dataDir, server, check, timeoutMs: place.timeoutMs ?? 60_000 });
  return { ...server, service, instance, port, url: `http://127.0.0.1:${port}`, logFile: log };
}

/** Where consent writes what its database must be held to; in operations a place apart from the database. */
const keptOutside = (service: Context, dataDir: string): Record<string, string> =>
  service === 'consent'
    ? { LOOK_UP_HEADS: join(dataDir, 'look-up-heads'), WITHDRAWAL_LEDGER: join(dataDir, 'withdrawals') }
    : {};

/** Node keeps the compiled code of all modules: a third less work at each start of a service. */
const compiledOnce = (): Record<string, string> => ({ NODE_COMPILE_CACHE: join(cacheFolder(), 'node-compile') });

function sizeOf(path: string): number {
  const file = openSync(path, 'a');
  const { size } = fstatSync(file);
  closeSync(file);
  return size;
}

function readFrom(path: string, position: number): string {
  const file = openSync(path, 'r');
  try {
    const text = Buffer.alloc(fstatSync(file).size - position);
    readSync(file, text, 0, text.length, position);
    return text.toString('utf8');
  } finally {
    closeSync(file);
  }
}
