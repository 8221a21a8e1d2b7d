import httpProxy from '@fastify/http-proxy';
import Fastify, { type FastifyReply } from 'fastify';
import { Upstreams } from './upstreams.js';

export interface EdgeOptions {
  /** 0: a free port. */
  port: number;
  /** Path → the processes that serve it: `{ '/referral': ['http://127.0.0.1:4001'] }`. */
  routes: Readonly<Record<string, readonly string[]>>;
  /** Shown at `/`. */
  welcome?: string;
}

export interface RunningEdge {
  readonly port: number;
  /** The one base URL of everything behind it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** One address for the five services and Keycloak, on the loopback interface. Containers have deploy/edge instead. */
export async function startEdge({ port, routes, welcome }: EdgeOptions): Promise<RunningEdge> {
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    requestTimeout: 30_000,
  });
  app.get('/', (_request, reply) => reply.type('text/plain; charset=utf-8').send(welcome ?? 'Helhed\n'));
  for (const [prefix, urls] of Object.entries(routes)) {
    const upstreams = new Upstreams(urls);
    await app.register(httpProxy, {
      upstream: '',
      prefix,
      rewritePrefix: prefix,
      http: { requestOptions: { timeout: 30_000 } },
      replyOptions: {
        // A 503 is the service's own answer, and it is for the client to ask again.
        retryDelay: () => null,
        rewriteRequestHeaders: (request, headers) => ({
          ...headers,
          'x-forwarded-host': (request.headers as Record<string, string | undefined>)['host'],
          'x-forwarded-proto': 'http',
        }),
        getUpstream: (request) => ((request as unknown as { upstream?: string }).upstream = upstreams.pick()),
        onError: (reply, { error }) => {
          const { upstream } = reply.request as unknown as { upstream?: string };
          if (upstream !== undefined && isDown(error)) upstreams.failed(upstream);
          unavailable(reply as unknown as FastifyReply);
        },
      },
    });
  }
  await app.listen({ port, host: '127.0.0.1' });
  const address = app.server.address();
  const found = typeof address === 'object' && address !== null ? address.port : port;
  return { port: found, url: `http://127.0.0.1:${found}`, stop: () => app.close() };
}

const isDown = (error: Error): boolean => {
  const { code } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code === 'ECONNREFUSED' || code === 'ECONNRESET';
};

function unavailable(reply: FastifyReply): void {
  void reply
    .code(503)
    .header('retry-after', '1')
    .type('application/problem+json')
    .send({
      type: '/problems/unavailable',
      title: 'The service does not answer just now',
      titles: { da: 'Tjenesten svarer ikke lige nu', en: 'The service does not answer just now' },
      status: 503,
    });
}
