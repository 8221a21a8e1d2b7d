import { contextOf, isSnapshot, type CloudEvent } from '@helhed/contracts';
import { isUnavailable, type Database, type Tx } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { continueTrace, requestContext } from '@helhed/telemetry';
import { react, type Handle } from './effect.js';
import { knowsAlready, lockKeys, saveKeys, verdict, type KeyState } from './inbox.js';
import { deadKeys, park, type Obstacle } from './parked.js';

export type { Handle };

/**
 * Applies events in order for each source and key: effect and number in one transaction. What cannot be applied is
 * parked in the database, so the bus is never held up by one family.
 */
export class Applier {
  constructor(
    readonly database: Database,
    readonly service: string,
    readonly handle: Handle,
    readonly report: (what: string, error: unknown) => void,
    readonly check: typeof verdict = verdict,
    /** Told of each event that is parked, in the transaction that parks it */
    readonly parked: (tx: Tx, event: CloudEvent) => Promise<void> = () => Promise.resolve(),
  ) {}

  /** Events of one municipality and source, in the order they came. @returns keys that have parked events to look at */
  async apply(events: readonly CloudEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    if (events.length > 1) {
      const together = await this.#together(events).then(
        () => true,
        () => false,
      );
      if (together) return;
      for (const event of events) await this.apply([event]);
      return;
    }
    try {
      await this.#together(events);
    } catch (error) {
      // when the database itself is down this throws too, and the bus delivers the event again
      await this.#parkFailed(first, error);
    }
  }

  /** The effect of one event inside the transaction that counts it as applied; the state moves on with it. */
  async step(tx: Tx, event: CloudEvent, state: KeyState): Promise<void> {
    const missed = knowsAlready(state, event) && isSnapshot(event.type) ? [] : await this.effect(tx, event);
    Object.assign(state, {
      incarnation: event.incarnation,
      last_seq: event.seq,
      missed: isSnapshot(event.type) ? missed : [...new Set([...state.missed, ...missed])],
    });
  }

  /** @returns the types of what was stepped over, since this release does not know them and keeps no raw events */
  async effect(tx: Tx, event: CloudEvent): Promise<string[]> {
    return continueTrace(event.traceparent, `apply ${event.type}`, async () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: contextOf(event), azp: this.service };
      return react(this.handle, event, tx);
    });
  }

  async #together(events: readonly CloudEvent[]): Promise<void> {
    const [first] = events as [CloudEvent];
    const source = contextOf(first);
    await this.database.inTransaction(municipalityCode(first.municipality), async (tx) => {
      const states = await lockKeys(tx, source, events);
      const dead = await deadKeys(
        tx,
        source,
        [...states.values()].filter((state) => state.parked > 0),
      );
      const changed = new Set<KeyState>();
      for (const event of events) {
        const state = states.get(event.orderkey) as KeyState;
        const found = this.check(state, event);
        if (found === 'repeat') continue;
        changed.add(state);
        // a snapshot stands for the dead event too, and takes its place
        if (isSnapshot(event.type)) dead.delete(event.orderkey);
        if (found === 'early' || dead.has(event.orderkey)) {
          await this.#park(tx, event, state, {
            state: 'waiting',
            tries: 0,
            reason: 'waits for an earlier event',
          });
          continue;
        }
        await this.step(tx, event, state);
      }
      if (changed.size > 0) await saveKeys(tx, source, [...changed]);
    });
  }

  async #park(tx: Tx, event: CloudEvent, state: KeyState, why: Obstacle): Promise<void> {
    state.parked += await park(tx, contextOf(event), event, why);
    await this.parked(tx, event);
  }

  async #parkFailed(event: CloudEvent, error: unknown): Promise<void> {
    const source = contextOf(event);
    this.report(`applying ${event.type}`, error);
    await this.database.inTransaction(municipalityCode(event.municipality), async (tx) => {
      const state = (await lockKeys(tx, source, [event])).get(event.orderkey) as KeyState;
      if (this.check(state, event) === 'repeat') return;
      await this.#park(tx, event, state, obstacle(error, 1));
      await saveKeys(tx, source, [state]);
    });
  }
}

const maxTries = 6;

/** What to do about an event that failed: wait for what is down, try a rule again a few times, then leave it to an operator. */
export function obstacle(error: unknown, tries: number): Obstacle {
  // the class of the error only: a message may quote what it was about
  const reason = error instanceof Error ? error.name : 'Error';
  if (isUnavailable(error)) return { state: 'waiting', tries: 0, reason: `unavailable: ${reason}`, retryMs: 500 };
  return { state: tries >= maxTries ? 'dead' : 'waiting', tries, reason, retryMs: 50 * 2 ** tries };
}
