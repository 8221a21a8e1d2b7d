import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { findContract, type CloudEvent, type Context } from '@helhed/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import { unknownEvent, type EventContext } from './event-context.js';
import type { Handle } from './effect.js';

/** Starts and stops the consumers of the sources that the service's reactions listen to. */
export interface Consumers {
  start(sources: readonly Context[]): Promise<void>;
  stop(): Promise<void>;
  use(handle: Handle): void;
}

/** Nest's transport over JetStream: a reaction is a Nest handler, called inside the transaction of its event. */
export class JetStreamStrategy extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;

  constructor(readonly consumers: Consumers) {
    super();
    consumers.use((event, tx, snapshot) => this.#handle(event, { tx, snapshot }));
  }

  listen(callback: (error?: unknown) => void): void {
    const sources = new Set<Context>();
    for (const type of this.messageHandlers.keys()) {
      if (type === unknownEvent) continue;
      const contract = findContract(type);
      if (!contract) throw new Error(`a reaction to ${type}, which no contract describes`);
      sources.add(contract.context);
    }
    this.consumers.start([...sources]).then(() => callback(), callback);
  }

  async close(): Promise<void> {
    await this.consumers.stop();
  }

  override on(): void {}

  override unwrap<T>(): T {
    return this.consumers as T;
  }

  async #handle(event: CloudEvent, context: EventContext): Promise<boolean> {
    const reaction = this.messageHandlers.get(findContract(event.type) ? event.type : unknownEvent);
    if (!reaction) return false;
    // several reactions to one type hang on each other; Nest calls them all and joins their results
    const result: unknown = await reaction(event, context);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    return true;
  }
}
