import type { FastifyInstance } from 'fastify';

/** Whoever asks for the service itself, or writes a slash too many, is led to the page that shows its API. */
export function leadToDocs(server: FastifyInstance, service: string): void {
  for (const path of [`/${service}`, `/${service}/`, `/${service}/docs/`, `/${service}/problems/`]) {
    const target = path.endsWith('/problems/') ? `/${service}/problems` : `/${service}/docs`;
    server.get(path, (_request, reply) => reply.redirect(target, 302));
  }
}
