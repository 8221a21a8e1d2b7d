import { listAccess } from '@helhed/access';
import { buildApp } from '../server/build-app.js';
import { platformOf } from '../server/platform.js';
import type { ServiceDefinition } from '../server/service-definition.js';

const nowhere = 'http://127.0.0.1:1';
const noKey = Buffer.alloc(32).toString('base64');

/** Settings of a service that is only described: nothing is connected to. */
const described = {
  PORT: 0,
  HOST: '127.0.0.1',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
  DATABASE_WORKER_URL: 'postgres://127.0.0.1:1/none',
  DATABASE_POOL: 1,
  NATS_URL: '127.0.0.1:1',
  KEYCLOAK_URL: nowhere,
  OPERATOR_ISSUER: nowhere,
  SERVICE_CLIENT_SECRET: 'none',
  DATA_KEYS: { current: 'none', keys: { none: noKey }, index: noKey },
  HELHED_DEMO: true,
};

type Application = Awaited<ReturnType<typeof buildApp>>;
type Platform = ReturnType<typeof platformOf>;

/** The service's OpenAPI document, without starting anything. */
export const describeService = (definition: ServiceDefinition): Promise<object> =>
  describe(definition, (_app, platform) => platform.openApi.document);

/** A route's path is without the service's name; a standard's is the whole address. */
type DescribedRoute = ReturnType<typeof listAccess>[number] & { readonly standard?: true };

/** Every route of the service, those that OpenAPI leaves out too, with the access that it declares. */
export const describeAccess = (definition: ServiceDefinition): Promise<DescribedRoute[]> =>
  describe(definition, (app) =>
    listAccess(app).map((route) =>
      definition.standardPaths?.includes(route.path) ? { ...route, standard: true as const } : route,
    ),
  );

async function describe<T>(
  definition: ServiceDefinition,
  look: (app: Application, platform: Platform) => T,
): Promise<T> {
  const platform = platformOf(definition, described);
  const app = await buildApp(definition, platform, described);
  try {
    return look(app, platform);
  } finally {
    await app.close();
    await platform.workers.close();
  }
}
