import { Repeated, type Database, type Workers } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { obstacle, type Applier } from './applier.js';
import type { Asks } from './asks.js';
import { lockKeys, saveKeys, type KeyState } from './inbox.js';
import { nextParked, postpone, type ParkedRow } from './parked.js';
import { findWaitingKeys, type WaitingKey } from './waiting-keys.js';

/** A round ends after this long, in milliseconds, so that slow keys are not all tried before new ones are looked for. */
const roundMs = 5_000;
const atOnce = 200;

/** Looks at the keys that hold parked events: applies what has become next, asks the source for what is missing. */
export class ParkedLoop {
  readonly #rounds: Repeated;

  constructor(
    readonly database: Database,
    readonly workers: Workers,
    readonly applier: Applier,
    readonly asks: Asks,
    readonly report: (what: string, error: unknown) => void,
    everyMs = 150,
  ) {
    this.#rounds = new Repeated(
      everyMs,
      () => this.round(),
      (error) => this.report('parked events', error),
    );
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  async round(): Promise<void> {
    const end = Date.now() + roundMs;
    for (const key of await findWaitingKeys(this.workers, atOnce)) {
      if (Date.now() > end) return;
      try {
        await this.#look(key, end);
      } catch (error) {
        // one key's trouble is not the next one's
        this.report('parked events', error);
      }
    }
  }

  async #look(key: WaitingKey, end: number): Promise<void> {
    const missing = Number(key.first_seq) > Number(key.last_seq) + 1;
    if (!missing) while (Date.now() < end && (await this.#applyNext(key))) continue;
    // a bus that is down would hold up those that need no answer from it
    else if (this.asks.bus.isUp) await this.#ask(key);
  }

  async #ask(key: WaitingKey): Promise<void> {
    await this.workers.query(
      'UPDATE helhed.inbox SET asked_at = clock_timestamp() WHERE municipality = $1 AND source = $2 AND order_key = $3',
      [key.municipality, key.source, key.order_key],
    );
    await this.asks.ask(key.source, {
      municipality: key.municipality,
      orderKey: key.order_key,
      from: Number(key.last_seq) + 1,
      to: Number(key.first_seq) - 1,
    });
  }

  /** @returns whether an event was applied, so that the one behind it may be next */
  async #applyNext(key: WaitingKey): Promise<boolean> {
    const municipality = municipalityCode(key.municipality);
    let tried: ParkedRow | undefined;
    try {
      return await this.database.inTransaction(municipality, async (tx) => {
        const states = await lockKeys(tx, key.source, [{ orderkey: key.order_key, incarnation: key.incarnation }]);
        const state = states.get(key.order_key) as KeyState;
        tried = await nextParked(tx, key.source, state);
        if (!tried) return false;
        const { event } = tried;
        await this.applier.step(tx, event, state);
        await saveKeys(tx, key.source, [state]);
        return true;
      });
    } catch (error) {
      if (!tried) throw error;
      const { event, tries } = tried;
      this.report(`applying ${event.type}`, error);
      await this.database.inTransaction(municipality, (tx) =>
        postpone(tx, key.source, event, obstacle(error, tries + 1)),
      );
      return false;
    }
  }
}
