import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../servers/ports.js';
import { reapFolder } from '../servers/reap.js';
import { startServerProcess, type RunningServer } from '../servers/server-process.js';
import { untilReady } from '../servers/until-ready.js';
import { createCluster } from './create-cluster.js';
import { postgresBinaries } from './postgres-binaries.js';
import { runPostgresAs } from './run-as.js';
import { untilLeft } from './until-left.js';

export interface PostgresOptions {
  /** Folder for the cluster (`<dataDir>/pg`), its log and its process note. Made when missing, kept on stop. */
  dataDir: string;
  /** 0 or absent: a free port. */
  port?: number;
  /** Password of the superuser `postgres`; must be the same at each start of a data folder. */
  password: string;
  /** Server settings, for example `{ fsync: 'off' }` for a cluster that lives as long as a test run. */
  settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres extends RunningServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly dataDir: string;
  /** `postgres://…` for any user and database of this cluster. */
  url(user: string, password: string, database: string): string;
  /** The superuser's address of the database `postgres`. */
  readonly adminUrl: string;
}

const usualSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '128MB',
  log_min_messages: 'warning',
  // Statements carry personal data as parameters: errors must not bring them into the log.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

/** Starts PostgreSQL 18 on the loopback address, making the cluster at the first start. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const cluster = join(options.dataDir, 'pg');
  mkdirSync(options.dataDir, { recursive: true });
  await reapFolder(options.dataDir);
  const { postgres, initdb } = postgresBinaries();
  const runAs = runPostgresAs(postgres, join(options.dataDir, 'x'));
  if (!existsSync(join(cluster, 'PG_VERSION')))
    await createCluster({ initdb, cluster, runAs, password: options.password });
  // Whoever wrote it was ended above; its number may meanwhile belong to another process.
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  await untilLeft(cluster);

  const port = options.port || (await freePort());
  const settings = Object.entries({ ...usualSettings, ...options.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const command = [...runAs.prefix, postgres, '-D', cluster, '-p', String(port), ...settings];
  const [program = postgres, ...args] = command;
  const server = startServerProcess({
    name: 'postgres',
    command: program,
    args,
    dataDir: options.dataDir,
    uid: runAs.uid,
    gid: runAs.gid,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stopSignal: 'SIGINT',
  });
  const url = (user: string, password: string, database: string): string =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const adminUrl = url('postgres', options.password, 'postgres');
  await untilReady({
    name: 'postgres',
    dataDir: options.dataDir,
    server,
    check: () => answers(adminUrl),
    timeoutMs: 30_000,
  });
  return { ...server, host: '127.0.0.1', port, dataDir: options.dataDir, url, adminUrl };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  await client.end();
  return true;
}
