import { answerTo } from '@helhed/access';
import type { FastifyInstance } from 'fastify';
import type { ETags } from './etags.js';

/**
 * For an API that serves JSON: nothing is stored, framed, sniffed or run. Pages that need more (the OpenAPI reader) set
 * their own Content-Security-Policy. As OWASP's REST and HTTP header cheat sheets have them.
 */
export const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What a caller may name its request: printable, and no longer than an id needs. */
const requestId = /^[\x21-\x7e]{1,200}$/;

/** Security headers on every answer, and the caller's own name for its request; the ETag of what has a version, and the Location of what was made. */
export function setAnswerHeaders(server: FastifyInstance, etags: ETags): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(always);
    const { 'x-request-id': asked } = request.headers;
    if (typeof asked === 'string' && requestId.test(asked)) void reply.header('x-request-id', asked);
    done();
  });
  server.addHook('preSerialization', (request, reply, payload, done) => {
    const { version, id } = payload as { version?: unknown; id?: unknown };
    if (typeof version === 'number' && Number.isInteger(version)) {
      const context = request.begun?.context;
      const epoch = answerTo(context)?.epoch ?? 0;
      void reply.header('etag', etags.of(version, payload as object, context?.actor, epoch));
    }
    if (reply.statusCode === 201 && typeof id === 'string' && !reply.hasHeader('location')) {
      void reply.header('location', `${request.url.split('?', 1)[0]}/${id}`);
    }
    done(null, payload);
  });
}
