import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from '@helhed/local';
import { connected } from '../platform/catalogue.js';
import { Link } from '../races/link.js';
import { eventually } from '../story/api.js';
import { baseBackup } from './base-backup.js';

// nothing waits for the disk, since no power is cut; a standby finds all WAL that it has not streamed yet
const settings = { fsync: 'off', wal_keep_size: '512MB', max_wal_size: '256MB' };

/** PostgreSQL with standbys, behind one address that leads to the primary: what an installation’s failover moves. */
export class PostgresPair {
  readonly #folder = mkdtempSync(join(tmpdir(), 'helhed-pair-'));
  readonly #password = randomBytes(12).toString('hex');
  readonly #running: RunningPostgres[] = [];
  readonly #links: Link[] = [];
  #primary: RunningPostgres | undefined;
  #address: Link | undefined;

  static async start(): Promise<PostgresPair> {
    const pair = new PostgresPair();
    pair.#primary = await pair.#start();
    pair.#address = await pair.#linkTo(pair.#primary);
    return pair;
  }

  /** The superuser's, of whichever is the primary. */
  get adminUrl(): string {
    return throughPort(this.primary.adminUrl, this.#address?.port ?? 0);
  }

  get primary(): RunningPostgres {
    if (!this.#primary) throw new Error('the pair was not started');
    return this.#primary;
  }

  /** Commits wait for it from now on. */
  async addSynchronousStandby(): Promise<RunningPostgres> {
    const standby = await this.#standbyOf(this.primary.port);
    await this.#ask(this.primary, `ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
    await this.#ask(this.primary, 'SELECT pg_reload_conf()');
    await this.#untilIs('sync');
    return standby;
  }

  /** Nothing waits for it; it hears no more when its link is cut. */
  async addLaggingStandby(): Promise<{ standby: RunningPostgres; link: Link }> {
    const link = await this.#linkTo(this.primary);
    const standby = await this.#standbyOf(link.port);
    await this.#untilIs('async');
    return { standby, link };
  }

  /**
   * The primary is killed and the standby promoted; the address leads there once it was looked at. What is under way at the
   * old primary is cut off with it, as fencing does.
   * @param look at what was promoted, before anybody else comes
   */
  async failOver(standby: RunningPostgres, look: () => Promise<void>): Promise<void> {
    const gone = this.primary;
    this.#address?.cut();
    gone.kill('SIGKILL');
    await gone.exited;
    await this.promote(standby);
    await look();
    this.#primary = standby;
    this.#address?.switchTo(standby.adminUrl);
  }

  async promote(standby: RunningPostgres): Promise<void> {
    await this.#ask(standby, 'SELECT pg_promote()');
  }

  async stop(): Promise<void> {
    for (const link of this.#links) link.close();
    await Promise.all(this.#running.map((each) => each.stop()));
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async #start(dataDir = mkdtempSync(join(this.#folder, 'server-'))): Promise<RunningPostgres> {
    const server = await startPostgres({ dataDir, password: this.#password, settings });
    this.#running.push(server);
    return server;
  }

  async #standbyOf(port: number): Promise<RunningPostgres> {
    const dataDir = mkdtempSync(join(this.#folder, 'server-'));
    const { adminUrl, dataDir: source } = this.primary;
    const conninfo = `host=127.0.0.1 port=${port} user=postgres password=${this.#password} application_name=standby`;
    const cluster = join(source, 'pg');
    await baseBackup({ adminUrl, cluster }, join(dataDir, 'pg'), `primary_conninfo = '${conninfo}'\n`);
    return this.#start(dataDir);
  }

  async #untilIs(state: 'sync' | 'async'): Promise<void> {
    const look = () => this.#ask<{ sync_state: string }>(this.primary, 'SELECT sync_state FROM pg_stat_replication');
    await eventually(`a standby that is ${state}`, look, (rows) => rows.some(({ sync_state: is }) => is === state));
  }

  async #linkTo({ adminUrl }: RunningPostgres): Promise<Link> {
    const link = await Link.to(adminUrl);
    this.#links.push(link);
    return link;
  }

  #ask<T extends object>({ adminUrl }: RunningPostgres, statement: string): Promise<T[]> {
    return connected(adminUrl, async (client) => (await client.query<T>(statement)).rows);
  }
}

/** The same address by another port. */
export function throughPort(url: string, port: number): string {
  const through = new URL(url);
  through.port = String(port);
  return through.href;
}
