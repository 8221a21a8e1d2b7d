import { NestLogger } from '@helhed/telemetry';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PlatformConfig } from '../config/read-config.js';
import { leadToDocs } from '../openapi/lead-to-docs.js';
import { servePages } from '../pages/web-page.js';
import { ProblemFilter } from '../problems/problem-filter.js';
import { httpServer } from './http-server.js';
import { knownRoutes } from './known-routes.js';
import { serveMetrics } from './metrics-route.js';
import { type Platform, PlatformModule } from './platform.js';
import type { ServiceDefinition } from './service-definition.js';

/** The service's application, with every route and no connection. */
export async function buildApp(
  definition: ServiceDefinition,
  platform: Platform,
  config: Pick<PlatformConfig, 'METRICS_TOKEN' | 'OPERATOR_ISSUER'>,
): Promise<NestFastifyApplication> {
  const adapter = httpServer(platform.problems, platform.etags);
  const server = adapter.getInstance();
  const allowedMethods = knownRoutes(server);
  // every realm has the origin of the operators'
  servePages(server, new URL(config.OPERATOR_ISSUER).origin);
  leadToDocs(server, definition.name);
  serveMetrics(server, config.METRICS_TOKEN);
  const app = await NestFactory.create<NestFastifyApplication>(serviceModule(definition, platform), adapter, {
    logger: new NestLogger(),
    // Fastify's own parser reads JSON and nothing else.
    bodyParser: false,
    abortOnError: false,
  });
  const exclude = (definition.standardPaths ?? []).map((path) => path.slice(1));
  app.setGlobalPrefix(definition.name, { exclude });
  app.useGlobalFilters(new ProblemFilter(platform.problems, allowedMethods));
  platform.openApi.describe(app);
  return app;
}

function serviceModule({ module }: ServiceDefinition, platform: Platform): Type {
  @Module({ imports: [PlatformModule.with(platform), module] })
  class ServiceModule {}
  return ServiceModule;
}
