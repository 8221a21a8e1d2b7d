import { randomUUID } from 'node:crypto';
import { type SpanContext, TraceFlags } from '@opentelemetry/api';

const pattern = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Parses W3C `traceparent` version 00; undefined when it is absent or malformed (the trace then begins here). */
export function parseTraceparent(header: string | undefined): SpanContext | undefined {
  const match = header ? pattern.exec(header) : null;
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  return { traceId: match[1], spanId: match[2], traceFlags: Number.parseInt(match[3], 16), isRemote: true };
}

export const formatTraceparent = (span: SpanContext): string =>
  `00-${span.traceId}-${span.spanId}-${(span.traceFlags & TraceFlags.SAMPLED).toString(16).padStart(2, '0')}`;

/** A trace that begins here and is not exported: it still ties log lines and events together. */
export function newTraceparent(): string {
  // UUIDs are drawn from a buffer that Node keeps filled: several times cheaper than asking for bytes each time.
  const hex = () => randomUUID().replaceAll('-', '');
  return `00-${hex()}-${hex().slice(16)}-00`;
}

export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
