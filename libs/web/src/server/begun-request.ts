import {
  beginHttpRequest,
  countRequest,
  endHttpRequest,
  type HttpRequestTrace,
  insideHttpRequest,
  log,
} from '@helhed/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readablePath } from '../routes/readable-path.js';

declare module 'fastify' {
  interface FastifyRequest {
    begun?: HttpRequestTrace;
  }
}

const patterns = new Map<string, string>();

/** `/referral/v1/referrals/{id}:accept`: what metrics, spans and logs call a route; they never hold the address itself. */
export function routeOf(request: FastifyRequest): string {
  const url = request.routeOptions.url;
  if (url === undefined) return 'unknown';
  let pattern = patterns.get(url);
  if (pattern === undefined) patterns.set(url, (pattern = readablePath(url)));
  return pattern;
}

/** Every request has an id, a trace, a context for the code that serves it, and is counted when its answer has gone. */
export function followRequests(server: FastifyInstance): void {
  server.decorateRequest('begun');
  server.addHook('onRequest', (request, reply, done) => {
    const begun = beginHttpRequest(
      request.id,
      request.method,
      routeOf(request),
      request.headers.traceparent as string | undefined,
    );
    request.begun = begun;
    void reply.header('traceparent', begun.context.traceparent);
    done();
  });
  // Not earlier: the body is read in between, and what is scheduled from a socket's events leaves the context behind.
  server.addHook('preHandler', (request, _reply, done) => {
    if (request.begun) insideHttpRequest(request.begun, done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    report(request, reply);
    done();
  });
}

function report(request: FastifyRequest, reply: FastifyReply): void {
  const { method, begun } = request;
  const { statusCode: status, elapsedTime: ms } = reply;
  const route = routeOf(request);
  if (begun) endHttpRequest(begun, status);
  countRequest(method, route, status, ms / 1000);
  log.debug('answered', { method, route, status, ms: Math.round(ms), requestId: request.id });
}
