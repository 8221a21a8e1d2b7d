import type { FastifyInstance } from 'fastify';
import { pathPattern } from '../routes/readable-path.js';

/** Remembers the routes as they are made, so that a wrong method is told from an unknown address. */
export function knownRoutes(server: FastifyInstance): (path: string) => readonly string[] {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    routes.push({ pattern: pathPattern(url), methods: [method].flat() });
  });
  return (path) =>
    [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort();
}
