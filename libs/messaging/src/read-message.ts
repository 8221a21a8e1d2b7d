import { cloudEventEnvelope, eventSource, type CloudEvent, type Context } from '@helhed/contracts';

/**
 * The event in a message of a source's stream; undefined when it is not that source's to send. NATS lets a service publish
 * under its own subjects only, but does not read what it says there: an event of another's type or in another's name, or
 * of another municipality than its subject's, is nobody's.
 */
export function readMessage(source: Context, subject: string, text: string): CloudEvent | undefined {
  const read = cloudEventEnvelope.safeParse(parseJson(text));
  if (!read.success) return undefined;
  const event = read.data;
  const own =
    event.source === eventSource(event.municipality, source) &&
    event.type.startsWith(`dk.helhed.${source}.`) &&
    subject.startsWith(`helhed.${event.municipality}.${source}.`);
  return own ? event : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
