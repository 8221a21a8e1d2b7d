import { Pool } from 'pg';

interface Waiting {
  /** Due or under way. */
  readonly open: number;
  /** Not told and not withheld, whatever it waits for. */
  readonly left: number;
}

/**
 * Changes of a referral for the system of the unit that sent it, as a step of the referral notes them: from there on it is
 * the service's own to number, queue, decide on and tell each. Where the database is down, nothing is noted or known.
 */
export class DueChanges {
  readonly #app: Pool;
  readonly #worker: Pool;

  constructor(
    { app, worker }: { readonly app: string; readonly worker: string },
    private readonly municipality: string,
  ) {
    [this.#app, this.#worker] = [app, worker].map((connectionString) => {
      const pool = new Pool({ connectionString, max: 3 });
      // of a connection that nobody uses just now
      pool.on('error', () => undefined);
      return pool;
    }) as [Pool, Pool];
  }

  async note(referral: string, times: number): Promise<void> {
    await this.#app.query(note(this.municipality, referral, times)).catch(() => undefined);
  }

  /** Not begun by anybody: whoever begins it decides after this was read. */
  async due(referral: string): Promise<number> {
    return (await this.#counts(referral)).due;
  }

  waiting = (referral: string): Promise<Waiting> => this.#counts(referral);

  async close(): Promise<void> {
    await Promise.all([this.#app.end(), this.#worker.end()]);
  }

  async #counts(referral: string): Promise<Waiting & { due: number }> {
    const none = { due: 0, open: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY };
    return this.#worker.query<Waiting & { due: number }>(counts, [this.municipality, referral]).then(
      ({ rows: [found] }) => found ?? none,
      () => none,
    );
  }
}

/** One transaction, as the role of the service. */
const note = (municipality: string, referral: string, times: number): string => `
  BEGIN;
  SELECT set_config('helhed.municipality', '${municipality}', true);
  INSERT INTO helhed.unit_change (municipality, unit, thing, type, at)
  SELECT helhed.tenant(), 'db-solsikken', '${referral}', 'referral.accepted', clock_timestamp() FROM generate_series(1, ${times});
  COMMIT`;

// a claim puts its delivery off by a minute, one that was not decided by half of it
const counts = `
  WITH unqueued AS (
    SELECT count(*)::int AS n FROM helhed.unit_change c JOIN webhook w ON w.municipality = c.municipality AND w.unit = c.unit
    WHERE c.municipality = $1 AND c.thing = $2 AND (c.number IS NULL OR c.number > w.queued_to)
  ), queued AS (
    SELECT count(*)::int AS n, count(*) FILTER (WHERE next_at <= clock_timestamp())::int AS due,
      count(*) FILTER (WHERE next_at > clock_timestamp() + interval '31 seconds')::int AS claimed
    FROM webhook_delivery WHERE municipality = $1 AND thing = $2
  )
  SELECT u.n + q.due AS due, u.n + q.due + q.claimed AS open, u.n + q.n AS left FROM unqueued u, queued q`;
