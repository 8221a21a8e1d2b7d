import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { streamName, type Context } from '@helhed/contracts';

export interface BusOptions {
  readonly context: Context;
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
}

/** A service's connection to NATS: reconnects for ever, with its own user and its own inbox. */
export class Bus {
  #connection: NatsConnection | undefined;
  #connecting: Promise<NatsConnection> | undefined;
  #closed = false;

  constructor(readonly options: BusOptions) {}

  get context(): Context {
    return this.options.context;
  }

  /** Waits for a connection; NATS may be down when the service starts. */
  async connection(): Promise<NatsConnection> {
    if (this.#connection && !this.#connection.isClosed()) return this.#connection;
    this.#connecting ??= this.#connect().finally(() => (this.#connecting = undefined));
    this.#connection = await this.#connecting;
    return this.#connection;
  }

  // Not `waitOnFirstConnect`: its tries cannot be called off, and a service must stop while NATS is down.
  async #connect(): Promise<NatsConnection> {
    while (!this.#closed) {
      try {
        return await connect({
          servers: this.options.url,
          user: this.options.user,
          pass: this.options.password,
          name: this.context,
          inboxPrefix: `_INBOX.${this.context}`,
          maxReconnectAttempts: -1,
          // a password that is being changed is refused for a while: that ends no connection either
          ignoreAuthErrorAbort: true,
          reconnectTimeWait: 200,
          reconnectJitter: 100,
          pingInterval: 5_000,
          maxPingOut: 2,
        });
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    throw new Error('the bus connection was closed');
  }

  /** Ends the wait of whoever waits for a first connection; one that stands is still good for a last message. */
  giveUp(): void {
    this.#closed = true;
  }

  /** Up now, without waiting. */
  get isUp(): boolean {
    return this.#connection !== undefined && !this.#connection.isClosed() && this.#connection.getServer() !== '';
  }

  /** The identity of the server process: a new one after each of its restarts. */
  async serverId(): Promise<string> {
    return (await this.connection()).info?.server_id ?? '';
  }

  async jetstream(): Promise<JetStreamClient> {
    return jetstream(await this.connection(), { timeout: 5_000 });
  }

  async manager(): Promise<JetStreamManager> {
    return jetstreamManager(await this.connection(), { checkAPI: false, timeout: 5_000 });
  }

  /** When the context's own stream was made, and its last number. @throws while the set-up has not made it (see isMissing) */
  async ownStream(): Promise<{ created: string; lastSeq: number }> {
    const { created, state } = await (await this.manager()).streams.info(streamName(this.context));
    return { created, lastSeq: state.last_seq };
  }

  async close(): Promise<void> {
    this.giveUp();
    await this.#connection?.drain().catch(() => undefined);
  }
}

/** JetStream's answers for a stream (10059) or consumer (10014) that is not there. */
export function isMissing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  const status = (error as { status?: unknown } | null)?.status;
  return code === 10059 || code === 10014 || status === 404;
}
