import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { type RequestContext, requestContext } from './request-context.js';
import { formatTraceparent, newTraceparent, parseTraceparent } from './traceparent.js';
import { tracingEnabled } from './tracing.js';

/** A request on its way through the server, from its headers until its answer has been sent. */
export interface HttpRequestTrace {
  readonly context: RequestContext;
  readonly span?: Span;
}

/** @param route the route's pattern; an address is never recorded, since ids and secrets stand in it */
export function beginHttpRequest(
  requestId: string,
  method: string,
  route: string,
  traceparent: string | undefined,
): HttpRequestTrace {
  const remote = parseTraceparent(traceparent);
  if (!tracingEnabled()) {
    return { context: { requestId, method, traceparent: remote && traceparent ? traceparent : newTraceparent() } };
  }
  const parent = remote ? trace.setSpanContext(context.active(), remote) : context.active();
  const span = trace
    .getTracer('helhed')
    .startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': route } },
      parent,
    );
  return { span, context: { requestId, method, traceparent: formatTraceparent(span.spanContext()) } };
}

/** Runs the rest of the request inside its context and its span. */
export function insideHttpRequest<T>(request: HttpRequestTrace, work: () => T): T {
  const inContext = () => requestContext.run(request.context, work);
  return request.span ? context.with(trace.setSpan(context.active(), request.span), inContext) : inContext();
}

export function endHttpRequest(request: HttpRequestTrace, status: number): void {
  if (!request.span) return;
  request.span.setAttribute('http.response.status_code', status);
  if (status >= 500) request.span.setStatus({ code: SpanStatusCode.ERROR });
  request.span.end();
}
