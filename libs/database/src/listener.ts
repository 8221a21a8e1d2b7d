import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const betweenTriesMs = 300;

/** Hears what is notified on a channel of PostgreSQL, on a connection of its own that is made anew when it breaks. */
export class Listener {
  readonly #stopping = new AbortController();
  #client: pg.Client | undefined;
  #running: Promise<void> | undefined;

  /** @param hear is given what was notified; undefined after each connecting, since something may have been missed */
  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly hear: (payload: string | undefined) => void,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#client?.end().catch(() => undefined);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#listen().catch(() => undefined);
      await pause(betweenTriesMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until the connection ends. */
  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 3_000, keepAlive: true });
    this.#client = client;
    const ended = new Promise<void>((resolve) => client.on('end', resolve).on('error', () => resolve()));
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      // told to stop meanwhile, `connect` never settles
      if (!(await Promise.race([client.connect().then(() => true), ended.then(() => false)]))) return;
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      // told to stop while it was connecting: nobody else ends what has only now been opened
      if (this.#stopping.signal.aborted) return;
      this.hear(undefined);
      await ended;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
