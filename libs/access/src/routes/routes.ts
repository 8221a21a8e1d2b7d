import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declarationsOf, type RouteAccess } from './declarations.js';
import { isForBrowsers } from './pages.js';

/** A route as Nest will serve it. */
export interface Route {
  readonly method: string;
  /** Without the service's prefix, parameters as OpenAPI writes them: `/v1/referrals/{id}:accept` */
  readonly path: string;
  /** `ReferralsController.accept` */
  readonly handler: string;
  readonly declared: readonly RouteAccess[];
  /** Whether it is a page, which takes a browser's session. */
  readonly page?: boolean;
}

/** Every route of every controller, found the way Nest finds them. */
export function routesOf(discovery: DiscoveryService, scanner: MetadataScanner): Route[] {
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    if (!metatype || !instance) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] ?? {};
      const paths = metadata<string | string[]>(PATH_METADATA, handler);
      if (paths === undefined) return [];
      const method = RequestMethod[metadata<RequestMethod>(METHOD_METADATA, handler) ?? RequestMethod.GET] ?? 'GET';
      return [metadata<string | string[]>(PATH_METADATA, metatype) ?? ''].flat().flatMap((base) =>
        [paths].flat().map((path) => ({
          method,
          path: readable(`/${base}/${path}`),
          handler: `${metatype.name}.${name}`,
          declared: declarationsOf(handler),
          page: isForBrowsers(handler),
        })),
      );
    });
  });
}

/** The application's routes with their declared access, sorted: what the committed list of routes is made from. */
export function listAccess(app: INestApplicationContext): { method: string; path: string; access: RouteAccess }[] {
  const routes = routesOf(app.get(DiscoveryService, { strict: false }), app.get(MetadataScanner, { strict: false }));
  return routes
    .flatMap(({ method, path, declared: [access] }) => (access ? [{ method, path, access }] : []))
    .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
}

const metadata = <T>(key: string, target: object): T | undefined => Reflect.getMetadata(key, target) as T | undefined;

// Fastify writes `:id(^[0-9a-f-]{36})::accept` for what OpenAPI writes as `{id}:accept`
const readable = (path: string): string =>
  path
    .replace(/\/{2,}/g, '/')
    .replace(/(.)\/$/, '$1')
    .replace(/::|:(\w+)(\(\^?(?:[^()]|\([^()]*\))*\))?/g, (whole, name?: string) =>
      name ? `{${name}}` : whole.slice(1),
    );
