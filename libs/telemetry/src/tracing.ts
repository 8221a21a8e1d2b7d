import { randomUUID } from 'node:crypto';
import { types } from 'node:util';
import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { requestContext } from './request-context.js';
import { formatTraceparent, newTraceparent, parseTraceparent } from './traceparent.js';

/** Codes, counts and route patterns only: spans leave the house, so nothing about a person goes into one. */
export type SpanAttributes = Attributes;

const state = { exporting: false };
const tracer = () => trace.getTracer('helhed');

/** Called by startTelemetry() when an exporter is set; without one, spans cost nothing. */
export const enableTracing = (on: boolean): void => void (state.exporting = on);
export const tracingEnabled = (): boolean => state.exporting;

/** The trace that the current work belongs to, for an event or an outgoing request. */
export function currentTraceparent(): string | undefined {
  const active = state.exporting ? trace.getActiveSpan()?.spanContext() : undefined;
  return active ? formatTraceparent(active) : requestContext.getStore()?.traceparent;
}

/** Runs the work inside a span named after what it does, a child of the current one. */
export function span<T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T> {
  if (!state.exporting) return work();
  return tracer().startActiveSpan(name, { attributes }, (opened) => finish(opened, work));
}

/**
 * Runs work that another service caused (an event, a timer's row) as part of that service's trace, in a request context
 * of its own.
 */
export function continueTrace<T>(
  traceparent: string | undefined,
  name: string,
  work: () => Promise<T>,
  attributes: SpanAttributes = {},
): Promise<T> {
  const own = { requestId: randomUUID(), traceparent: traceparent ?? newTraceparent() };
  if (!state.exporting) return requestContext.run(own, work);
  const remote = parseTraceparent(traceparent);
  const parent = remote ? trace.setSpanContext(context.active(), remote) : context.active();
  return tracer().startActiveSpan(name, { attributes, kind: SpanKind.CONSUMER }, parent, (opened) =>
    requestContext.run({ ...own, traceparent: formatTraceparent(opened.spanContext()) }, () => finish(opened, work)),
  );
}

/** Something sent on behalf of a trace that is over here: an event's publication, after the request that caused it. */
export function sendSpan<T>(traceparent: string | null, name: string, work: () => Promise<T>): Promise<T> {
  const remote = state.exporting ? parseTraceparent(traceparent ?? undefined) : undefined;
  if (!remote) return work();
  const parent = trace.setSpanContext(context.active(), remote);
  return tracer().startActiveSpan(name, { kind: SpanKind.PRODUCER }, parent, (opened) => finish(opened, work));
}

async function finish<T>(opened: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The error's message may quote a value; its name does not.
    opened.setStatus({ code: SpanStatusCode.ERROR, message: types.isNativeError(error) ? error.name : 'error' });
    throw error;
  } finally {
    opened.end();
  }
}
