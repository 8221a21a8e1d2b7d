import { setTimeout as pause } from 'node:timers/promises';
import { AccessTakenAway, BasisChanged, type CloudEvent } from '@helhed/contracts';
import { Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { isMissing, toldSince, type Bus } from '@helhed/messaging';
import { log } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { closeRegister } from './restored.js';

/** For how long the service waits for the bus before it opens without it, in milliseconds. */
const patienceMs = 3_000;

/** How far the register was when this instance started. */
interface Stood {
  readonly streamCreated: string | null;
  /** Its last number in that stream */
  readonly told: number;
  readonly epochs: ReadonlyMap<string, number>;
}

/** Holds the register to what it has told: one that does not know of a raise in its own stream was restored. */
export class HoldToStream extends Timer {
  #stood: Stood | undefined;
  #isDone = false;

  constructor(
    private readonly workers: Workers,
    private readonly bus: Bus,
  ) {
    super('stream of the register', 1_000);
  }

  /** Until then nobody knows, and no lease is given here. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /**
   * Before anything is answered or told. Where the bus does not answer it is tried again each second: what rests on no
   * consent, and taking one back, need not wait for it.
   */
  async closeRestored(): Promise<void> {
    this.#stood ??= await this.#stands();
    const isUp = await Promise.race([this.bus.connection().then(() => true), pause(patienceMs, false, { ref: false })]);
    if (!isUp) return log.warn('NATS does not answer: no lease is given before the register was held to the stream');
    await this.run().catch((error: unknown) => log.warn('the register cannot be held to the stream', { error }));
  }

  async run(): Promise<void> {
    if (this.#isDone || !this.#stood) return;
    await this.#compare(this.#stood);
    this.#isDone = true;
  }

  async #compare({ streamCreated, told, epochs }: Stood): Promise<void> {
    const stream = await this.bus.ownStream().catch(undefinedWhenMissing);
    if (!stream) return;
    const from = stream.created === streamCreated ? told + 1 : 1;
    const closed = new Set<string>();
    for (const contract of [BasisChanged, AccessTakenAway])
      for await (const event of toldSince(this.bus, contract, from)) {
        const municipality = event.municipality as MunicipalityCode;
        const epoch = Number(event.data['epoch']);
        // one that is no higher is an earlier event, told again; of higher ones this or another instance told since
        if (epoch <= (epochs.get(municipality) ?? 0) || (await this.#isKnown(event))) continue;
        if (!closed.has(municipality))
          log.error('the register was restored from before what it has told', { municipality });
        closed.add(municipality);
        await closeRegister(this.workers, municipality, epoch);
      }
  }

  async #isKnown({ municipality, orderkey, id }: CloudEvent): Promise<boolean> {
    const rows = await this.workers.query(
      'SELECT 1 FROM helhed.outbox WHERE municipality = $1 AND order_key = $2 AND event_id = $3',
      [municipality, orderkey, id],
    );
    return rows.length > 0;
  }

  async #stands(): Promise<Stood> {
    const [stood] = await this.workers.query<{ created: string | null; told: string }>(
      'SELECT stream_created AS created, (SELECT coalesce(max(stream_seq), 0) FROM helhed.outbox) AS told FROM helhed.relay',
    );
    const counters = await this.workers.query<{ municipality: string; value: string }>(
      'SELECT municipality, value FROM epoch_counter',
    );
    return {
      streamCreated: stood?.created ?? null,
      told: Number(stood?.told ?? 0),
      epochs: new Map(counters.map(({ municipality, value }) => [municipality, Number(value)])),
    };
  }
}

/** The set-up has not made it: there is nothing in it. */
function undefinedWhenMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
