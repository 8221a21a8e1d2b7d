import { contexts, streamName, type Context } from '@helhed/contracts';

export interface NatsGrants {
  publish: readonly string[];
  subscribe: readonly string[];
}

/** The user that makes streams and durables; see set-up-nats.ts. */
export const setUpUser = 'set-up';

/** Which service reads which source: each may read every other. */
export const readings: readonly { readonly source: Context; readonly reader: Context }[] = contexts.flatMap((source) =>
  contexts.filter((reader) => reader !== source).map((reader) => ({ source, reader })),
);

/**
 * What a service may do in NATS: publish events of its own context, and read the others' streams through the durables of
 * its own name. It makes and changes neither streams nor durables: both can be told to write wherever the server may
 * (`republish` of a stream, `deliver_subject` of a consumer), so that a service could put events in another's stream.
 * Consent also reads what it told itself, to find that its register was restored; the answer wraps the message, so that
 * delivered elsewhere it is no event, as one by DIRECT.GET would be.
 */
export function grantsOf(service: Context): NatsGrants {
  return {
    publish: [
      `helhed.*.${service}.>`,
      '$JS.API.INFO',
      '$JS.API.STREAM.INFO.>',
      ...readings
        .filter(({ reader }) => reader === service)
        .flatMap(({ source }) => readingOf(streamName(source), service)),
      ...contexts.map((source) => `helhed-ask.${source}.${service}`),
      ...(service === 'consent' ? [`$JS.API.STREAM.MSG.GET.${streamName(service)}`] : []),
    ],
    subscribe: [`_INBOX.${service}.>`, `helhed-ask.${service}.>`],
  };
}

function readingOf(stream: string, durable: string): string[] {
  return [
    `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
    `$JS.ACK.${stream}.${durable}.>`,
  ];
}

/** The set-up makes and changes the known streams and durables. It reads no message, sends no event, deletes nothing. */
export const setUpGrants = (): NatsGrants => ({
  publish: [
    '$JS.API.INFO',
    ...contexts.flatMap((source) =>
      ['INFO', 'CREATE', 'UPDATE'].map((verb) => `$JS.API.STREAM.${verb}.${streamName(source)}`),
    ),
    ...readings.flatMap(({ source, reader }) =>
      ['INFO', 'CREATE'].map((verb) => `$JS.API.CONSUMER.${verb}.${streamName(source)}.${reader}`),
    ),
  ],
  subscribe: [`_INBOX.${setUpUser}.>`],
});
