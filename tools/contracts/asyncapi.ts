import type { PublishedEvent } from './events.ts';
import type { Schema } from './schema.ts';

export interface AsyncApiParts {
  readonly version: string;
  readonly events: readonly PublishedEvent[];
  readonly envelope: Schema;
  /** Event type → services that react to it. */
  readonly consumers: ReadonlyMap<string, readonly string[]>;
}

const key = ({ context, name }: PublishedEvent): string => `${context}.${name}`;
const messageOf = (event: PublishedEvent): string => `${key(event)}.v${event.version}`;
const ref = (path: string): { $ref: string } => ({ $ref: `#/${path}` });

/** The AsyncAPI 3 document: a channel per event, what its owner sends and who receives it. */
export function asyncApi({ version, events, envelope, consumers }: AsyncApiParts): object {
  const channels = Object.groupBy(events, key) as Record<string, PublishedEvent[]>;
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Helhed: events / hændelser',
      version,
      description:
        'CloudEvents 1.0 on NATS JetStream, a stream per owner (helhed-<owner>). In order for each source and order key, numbered by `seq` without a gap. ' +
        'Ids, codes and dates only. For the platform’s own services: other systems use the change feed.\n\n' +
        'CloudEvents 1.0 på NATS JetStream, en strøm pr. ejer. I rækkefølge for hver kilde og nøgle, nummereret uden huller. Kun id’er, koder og datoer.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(Object.entries(channels).map(([name, versions]) => [name, channel(versions)])),
    operations: Object.fromEntries(
      Object.entries(channels).flatMap(([name, versions]) => operations(name, versions, consumers)),
    ),
    components: {
      messages: Object.fromEntries(events.map((event) => [messageOf(event), message(event, consumers)])),
      schemas: {
        'cloud-event': envelope,
        ...Object.fromEntries(events.map((event) => [messageOf(event), event.data])),
      },
    },
  };
}

function channel(versions: readonly PublishedEvent[]): object {
  const { context, name, orderKey, description } = versions[0] as PublishedEvent;
  return {
    address: `helhed.{municipality}.${context}.${name}.{${orderKey}}`,
    description: `${description.en}\n\n${description.da}`,
    parameters: {
      municipality: { description: 'Four-digit code / kommunekode', examples: ['0450'] },
      [orderKey]: { description: 'The key within which events are in order / nøglen, som rækkefølgen gælder for' },
    },
    messages: Object.fromEntries(
      versions.map((each) => [`v${each.version}`, ref(`components/messages/${messageOf(each)}`)]),
    ),
  };
}

function operations(
  name: string,
  versions: readonly PublishedEvent[],
  consumers: AsyncApiParts['consumers'],
): [string, object][] {
  const { context, name: own } = versions[0] as PublishedEvent;
  const messages = (those: readonly PublishedEvent[]): object[] =>
    those.map(({ version }) => ref(`channels/${name}/messages/v${version}`));
  const receivers = [...new Set(versions.flatMap(({ type }) => consumers.get(type) ?? []))];
  return [
    [
      `${context}.sends.${own}`,
      { action: 'send', channel: ref(`channels/${name}`), messages: messages(versions), 'x-service': context },
    ],
    ...receivers.map((service): [string, object] => {
      const received = versions.filter(({ type }) => consumers.get(type)?.includes(service));
      const operation = {
        action: 'receive',
        channel: ref(`channels/${name}`),
        messages: messages(received),
        'x-service': service,
      };
      return [`${service}.receives.${name}`, operation];
    }),
  ];
}

function message(event: PublishedEvent, consumers: AsyncApiParts['consumers']): object {
  return {
    name: event.type,
    title: event.description.en,
    summary: event.description.da,
    'x-owner': event.context,
    'x-version': event.version,
    'x-consumers': consumers.get(event.type) ?? [],
    ...(event.claims.length > 0 && { 'x-claim-check': event.claims }),
    payload: {
      allOf: [
        ref('components/schemas/cloud-event'),
        {
          type: 'object',
          properties: { type: { const: event.type }, data: ref(`components/schemas/${messageOf(event)}`) },
        },
      ],
    },
  };
}
