import type { Workers } from '@helhed/database';
import { Client } from 'pg';

const lockKey = 4_711;
/** The channel on which the others tell the leader that they have committed events. */
const channel = 'helhed_outbox';
const heartbeatEvery = 1_000;
/** A leader silent for this long, in milliseconds, has its session ended by whoever wants to lead. */
const silence = 5_000;

/**
 * One relay per service leads, by an advisory lock on a session of its own. A leader that was stopped keeps its lock but
 * not its heartbeat: the next one ends its session, so it cannot mark anything when it wakes.
 */
export class Leadership {
  #session: Client | undefined;
  /** Who does not lead keeps its session: to open one each second costs more than all else that it does. */
  #candidate: Client | undefined;
  #beating: NodeJS.Timeout | undefined;

  constructor(
    readonly workers: Workers,
    readonly heartbeat = { every: heartbeatEvery, silence },
    /** Called in the leader when another instance has committed events */
    readonly woken: () => void = () => undefined,
  ) {}

  /** The leader's own session, on which all its marks are made; undefined while another leads. */
  async session(): Promise<Client | undefined> {
    if (this.#session) return this.#session;
    const client = (this.#candidate ??= await this.#connect());
    const { rows } = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [lockKey]);
    if (!rows[0]?.leads) {
      await this.#endSilentLeader(client);
      return undefined;
    }
    await this.#beat(client);
    await client.query(`LISTEN ${channel}`);
    this.#candidate = undefined;
    this.#session = client;
    this.#beating = setInterval(() => void this.#beat(client).catch(() => this.#lose(client)), this.heartbeat.every);
    return client;
  }

  get leads(): boolean {
    return this.#session !== undefined;
  }

  /**
   * Tells whoever leads that there is something to publish; it looks by itself too, now and then. After the commit and in
   * a transaction of its own, since commits that notify wait for each other; nothing waits for this one to be on disk.
   */
  async wakeLeader(): Promise<void> {
    const client = this.#candidate;
    try {
      await client?.query(`BEGIN; SET LOCAL synchronous_commit = off; NOTIFY ${channel}; COMMIT`);
    } catch (error) {
      // a session left amid a transaction could never lead
      if (client) this.#lose(client);
      await client?.end().catch(() => undefined);
      throw error;
    }
  }

  async resign(): Promise<void> {
    const client = this.#session ?? this.#candidate;
    if (!client) return;
    this.#lose(client);
    await client.end().catch(() => undefined);
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.workers.url, keepAlive: true, connectionTimeoutMillis: 3_000 });
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', () => this.woken());
    await client.connect();
    return client;
  }

  async #beat(client: Client): Promise<void> {
    await client.query('UPDATE helhed.relay SET leader_pid = pg_backend_pid(), heartbeat = clock_timestamp()');
  }

  async #endSilentLeader(client: Client): Promise<void> {
    await client.query(
      `SELECT pg_terminate_backend(leader_pid) FROM helhed.relay
       WHERE heartbeat < clock_timestamp() - make_interval(secs => $1)
         AND leader_pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $2 AND granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
      [this.heartbeat.silence / 1_000, lockKey],
    );
  }

  #lose(client: Client): void {
    if (this.#candidate === client) this.#candidate = undefined;
    if (this.#session !== client) return;
    clearInterval(this.#beating);
    this.#session = undefined;
  }
}
