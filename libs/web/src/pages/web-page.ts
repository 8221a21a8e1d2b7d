import { ForBrowsers } from '@helhed/access';
import { applyDecorators, Header } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { keepLanguage } from './language.js';

/** A route that answers with a page, and takes a browser's session and forms. What it may show says `@Access` or `@Public`. */
export const WebPage = (): MethodDecorator =>
  applyDecorators(
    ForBrowsers(),
    RouteConfig({ page: true }),
    Header('content-type', 'text/html; charset=utf-8'),
    ApiExcludeEndpoint(),
  );

export const isPage = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { page?: unknown } | undefined)?.page === true;

/**
 * Styles, fonts and pictures of our own, and no script at all. Forms go to us; those for signing in and out are sent on to
 * Keycloak, and a browser holds that against the policy too.
 */
export const pagePolicy = (keycloakOrigin: string): string =>
  `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self' ${keycloakOrigin}; frame-ancestors 'none'; base-uri 'none'`;

/** @param keycloak where browsers are sent to sign in: an origin such as `https://helhed.example` */
export function servePages(server: FastifyInstance, keycloak: string): void {
  const policy = pagePolicy(keycloak);
  server.addHook('onRequest', (request, reply, done) => {
    if (isPage(request)) {
      void reply.header('content-security-policy', policy);
      keepLanguage(request, reply);
    }
    done();
  });
}
