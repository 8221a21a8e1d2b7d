import type { CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { PATTERN_METADATA } from '@nestjs/microservices/constants.js';

type Reaction = (event: CloudEvent, context: { tx: Tx }) => Promise<void>;

/** Calls the methods that `@On` marks for the event's type, as Nest does, without its application. */
export function reactTo(controllers: readonly object[]): (event: CloudEvent, tx: Tx) => Promise<void> {
  const reactions = new Map<string, Reaction[]>();
  for (const controller of controllers) {
    const prototype = Object.getPrototypeOf(controller) as Record<string, Reaction>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const types = Reflect.getMetadata(PATTERN_METADATA, prototype[name] as object) as string[] | undefined;
      for (const type of types ?? [])
        reactions.set(type, [...(reactions.get(type) ?? []), (prototype[name] as Reaction).bind(controller)]);
    }
  }
  return async (event, tx) => {
    for (const react of reactions.get(event.type) ?? []) await react(event, { tx });
  };
}
