import httpProxy from '@fastify/http-proxy';
import { contexts } from '@helhed/contracts';
import Fastify, { type FastifyReply } from 'fastify';
import type { DemoMunicipality } from '../demo/people.js';
import { answerProblem, notFound, unavailable } from './edge-problems.js';
import { startPage, startPagePolicy } from './start-page.js';
import { Upstreams } from './upstreams.js';
import { whatRuns } from './what-runs.js';

export interface EdgeOptions {
  /** 0: a free port. */
  port: number;
  /** Path → the processes that serve it: `{ '/referral': ['http://127.0.0.1:4001'] }`. */
  routes: Readonly<Record<string, readonly string[]>>;
  /** Whose invented people the start page names. */
  demo?: readonly DemoMunicipality[];
}

export interface RunningEdge {
  readonly port: number;
  /** The one base URL of everything behind it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Paths of the decision API that its standard names: they are consent's. */
export const standardRoutes = (consent: readonly string[]): Record<string, readonly string[]> => ({
  '/access': consent,
  '/.well-known/authzen-configuration': consent,
});

/** One address for the five services and Keycloak, on the loopback interface. Containers have deploy/edge instead. */
export async function startEdge({ port, routes, demo = [] }: EdgeOptions): Promise<RunningEdge> {
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    requestTimeout: 30_000,
  });
  app.get<{ Querystring: { lang?: string } }>('/', async ({ query }, reply) =>
    reply
      .headers({
        'content-security-policy': startPagePolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .type('text/html; charset=utf-8')
      .send(startPage({ language: query.lang === 'en' ? 'en' : 'da', running: await whatRuns(routes), demo })),
  );
  // The pages that explain the edge's own problems are those of the services.
  app.get<{ Params: { slug: string } }>('/problems/:slug', ({ params }, reply) =>
    reply.redirect(`/${contexts[0]}/problems/${encodeURIComponent(params.slug)}`, 302),
  );
  app.get('/docs', (_request, reply) => reply.redirect('/', 302));
  app.get('/docs/', (_request, reply) => reply.redirect('/', 302));
  app.setNotFoundHandler((request, reply) => answerProblem(notFound, request, reply));
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
          const answer = (reply as unknown as FastifyReply).header('retry-after', '1');
          answerProblem(unavailable, answer.request, answer);
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
