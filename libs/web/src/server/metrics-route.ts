import { timingSafeEqual } from 'node:crypto';
import { readMetrics } from '@helhed/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * `GET /metrics`, beside the API and not part of it: it lies outside the service's prefix, which is all that the edge
 * forwards. Prometheus gives a secret that does not depend on Keycloak, so that monitoring outlives what it watches;
 * without one set, only a caller on the same machine is answered.
 */
export function serveMetrics(server: FastifyInstance, token: string | undefined): void {
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) return reply.code(404).send();
    const { contentType, text } = await readMetrics();
    return reply.type(contentType).send(text);
  });
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
