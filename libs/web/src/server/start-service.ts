import type { AddressInfo } from 'node:net';
import { log, startTelemetry } from '@helhed/telemetry';
import { platformConfig, readConfig } from '../config/read-config.js';
import { buildApp } from './build-app.js';
import { openDatabase } from './open-database.js';
import { observe, platformOf } from './platform.js';
import type { RunningService, ServiceDefinition } from './service-definition.js';
import { stopOnSignal, stopOnce } from './stop.js';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Runs a service: routes under its prefix, reactions to events, health, metrics and its OpenAPI document. It listens at
 * once and answers 503 while its database cannot be reached; when it is ready it prints `{"ready":true,"port":…}`.
 * @throws Error where the settings are wrong, or a clock was moved and HELHED_DEMO is not 1
 */
export async function startService(definition: ServiceDefinition, env?: Env): Promise<RunningService> {
  const config = readConfig(platformConfig, env);
  const telemetry = await startTelemetry(definition.name, env);
  const platform = platformOf(definition, config);
  observe(platform, config.KEYCLOAK_URL);
  const app = await buildApp(definition, platform, config);
  app.connectMicroservice({ strategy: platform.messaging.strategy }, { inheritAppConfig: false });
  const opening = new AbortController();
  const stop = stopOnce(platform, app, telemetry, opening);
  const forget = stopOnSignal(stop);

  await app.listen({ port: config.PORT, host: config.HOST });
  const { port } = app.getHttpServer().address() as AddressInfo;
  const settle = () => definition.beforeOpening?.(app) ?? Promise.resolve();
  await openDatabase(platform, opening.signal, settle).catch(async (error: unknown) => {
    await stop().finally(forget);
    throw error;
  });
  await app.startAllMicroservices();
  platform.lookUps.start();
  platform.leases?.start();
  log.info('ready', { port });
  process.stdout.write(`${JSON.stringify({ ready: true, service: definition.name, port })}\n`);
  const url = `http://127.0.0.1:${port}/${definition.name}`;
  return { app, port, url, stop: () => stop().finally(forget) };
}
