import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { streamName, type CloudEvent, type Context } from '@helhed/contracts';
import type { Applier } from './applier.js';
import { isMissing, type Bus } from './bus.js';
import { readMessage } from './read-message.js';

const maxBatch = 200;
/** Transactions at a time, each with keys of its own: one that waits for a claim check keeps no other family waiting. */
const lanes = 4;

/** The bus gives what an instance held when it died to another after `ack_wait` (8 s); what is being worked on says so. */
const stillWorkingEveryMs = 2_500;

interface Received {
  readonly message: JsMsg;
  readonly event: CloudEvent;
}

/** Reads one source's whole stream through this service's durable consumer, in small batches as they arrive. */
export class StreamConsumer {
  #messages: ConsumerMessages | undefined;
  #queue: Received[] = [];
  readonly #held = new Set<JsMsg>();
  #applying: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(
    readonly bus: Bus,
    readonly source: Context,
    readonly applier: Applier,
    readonly report: (what: string, error: unknown) => void,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#messages?.close().catch(() => undefined);
    await this.#running;
    await this.#applying;
    // what came and was not begun: another instance's turn at once
    for (const message of this.#held) message.nak();
    this.#held.clear();
  }

  /** Events not yet applied here: waiting in the stream, or delivered and not acknowledged. */
  async lag(): Promise<number> {
    const info = await (await this.bus.manager()).consumers.info(streamName(this.source), this.bus.context);
    return info.num_pending + info.num_ack_pending;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        const consumer = await (await this.bus.jetstream()).consumers.get(streamName(this.source), this.bus.context);
        this.#messages = await consumer.consume({
          max_messages: 500,
          idle_heartbeat: 1_000,
          expires: 5_000,
          abort_on_missing_resource: true,
          callback: (message) => this.#receive(message),
        });
        // told to stop while it was connecting: nobody else closes what has only now been opened
        if (this.#stopped) await this.#messages.close();
        const failed = await this.#messages.closed();
        if (failed instanceof Error && !this.#stopped) throw failed;
      } catch (error) {
        if (this.#stopped) return;
        if (!isMissing(error)) this.report(`consumer of ${this.source}`, error);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  }

  #receive(message: JsMsg): void {
    const event = readMessage(this.source, message.subject, message.string());
    if (!event) {
      this.report(`consumer of ${this.source}`, new Error(`message ${message.seq} is no event of ${this.source}`));
      message.term('no event of this source');
      return;
    }
    this.#held.add(message);
    this.#queue.push({ message, event });
    this.#applying ??= this.#drain().finally(() => (this.#applying = undefined));
  }

  async #drain(): Promise<void> {
    const working = setInterval(() => this.#held.forEach((message) => message.working()), stillWorkingEveryMs);
    try {
      while (this.#queue.length > 0 && !this.#stopped) {
        const batch = this.#queue.splice(0, maxBatch);
        await Promise.all([...Map.groupBy(batch, laneOf).values()].map((received) => this.#apply(received)));
      }
    } finally {
      clearInterval(working);
    }
  }

  async #apply(received: readonly Received[]): Promise<void> {
    try {
      await this.applier.apply(received.map(({ event }) => event));
      for (const { message } of received) message.ack();
    } catch (error) {
      this.report(`applying from ${this.source}`, error);
      for (const { message } of received) message.nak(1_000);
    } finally {
      for (const { message } of received) this.#held.delete(message);
    }
  }
}

/** Events of one key stay in one lane, in the order they came. */
function laneOf({ event: { municipality, orderkey } }: Received): string {
  let hash = 0;
  for (let i = 0; i < orderkey.length; i++) hash = (hash * 31 + orderkey.charCodeAt(i)) >>> 0;
  return `${municipality} ${hash % lanes}`;
}
