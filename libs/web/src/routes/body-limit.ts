import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** @param kibibytes how large a body this route reads, where that is more than the usual 64 */
export const BodyLimit = (kibibytes: number): MethodDecorator => RouteConfig({ bodyLimit: kibibytes * 1024 });

/** Gives each route the limit that its `@BodyLimit` says. */
export function limitBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
}
