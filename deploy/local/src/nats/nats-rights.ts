import { contexts, type Context } from '@helhed/contracts';

export interface NatsGrants {
  publish: readonly string[];
  subscribe: readonly string[];
}

/**
 * What a service may do in NATS: publish events of its own context, keep its own stream, and read every
 * stream through durables of its own name. No purge, no delete, no other service's stream or durable.
 */
export function grantsOf(service: Context): NatsGrants {
  const ownStream = ['CREATE', 'UPDATE'].map((verb) => `$JS.API.STREAM.${verb}.helhed-${service}`);
  return {
    publish: [
      `helhed.*.${service}.>`,
      '$JS.API.INFO',
      '$JS.API.STREAM.INFO.>',
      ...ownStream,
      ...contexts.flatMap((source) => readingOf(`helhed-${source}`, service)),
      ...contexts.map((source) => `helhed-ask.${source}.${service}`),
    ],
    subscribe: [`_INBOX.${service}.>`, `helhed-ask.${service}.>`],
  };
}

function readingOf(stream: string, durable: string): string[] {
  return [
    `$JS.API.CONSUMER.CREATE.${stream}.${durable}`,
    `$JS.API.CONSUMER.CREATE.${stream}.${durable}.>`,
    `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
    `$JS.ACK.${stream}.${durable}.>`,
  ];
}
