import { contexts, type Context } from '@helhed/contracts';
import {
  freePort,
  migrateService,
  newDataKeys,
  newPassword,
  perService,
  registerMunicipality,
  standardRoutes,
  startEdge,
  type Installation,
} from '@helhed/local';
import { createServiceDatabase, type ServiceDatabase } from '../create-service-database.js';
import {
  testMunicipality,
  type TestMunicipality,
  type TestMunicipalityOptions,
} from '../municipality/test-municipality.js';
import { testOperator, type TestOperator } from '../municipality/test-operator.js';
import { runFolder } from '../servers/run-folder.js';
import { startTestNats, startTestPostgres } from '../servers/start-servers.js';
import type { TestNats, TestPostgres } from '../servers/test-server.js';
import { testServers } from '../servers/test-servers.js';
import { ServiceProcess } from './service-process.js';

type Environment = Readonly<Record<string, string>>;

export interface PlatformOptions {
  /** Processes per service; 1 unless told. The edge asks them in turn. */
  instances?: number;
  /** A PostgreSQL of its own, for tests that kill it; else the run's. */
  ownPostgres?: boolean;
  /** Superuser's address of a PostgreSQL that the caller has started, to use instead. */
  adminUrl?: string;
  /** Only these services; all five unless told. */
  services?: readonly Context[];
  /** As `sync_interval` of NATS; `always` unless told. */
  syncInterval?: string;
  /** Over the environment of every process, for example `{ LOG_LEVEL: 'debug' }`; or of each, by `referral-0`. */
  env?: Environment | ((instance: string) => Environment);
}

export interface TestPlatform {
  /** The one base URL, with the services and Keycloak (`/auth`) behind it. */
  readonly url: string;
  readonly processes: readonly ServiceProcess[];
  readonly nats: TestNats;
  /** Set with `ownPostgres`. */
  readonly postgres: TestPostgres | undefined;
  readonly databases: Readonly<Record<Context, ServiceDatabase>>;
  readonly installation: Installation;
  readonly operator: TestOperator;
  /** Folder with each process's log, `<instance>.log`. */
  readonly dataDir: string;
  /** One process: `process('referral')`, `process('referral', 1)` for the second. */
  process(service: Context, instance?: number): ServiceProcess;
  /** A fresh municipality, known to every service. */
  municipality(options?: TestMunicipalityOptions): Promise<TestMunicipality>;
  stop(): Promise<void>;
}

/** The whole platform as real processes: databases and NATS of its own, the run's Keycloak, the demo clock on. */
export async function startPlatform(options: PlatformOptions = {}): Promise<TestPlatform> {
  const { instances = 1, services = contexts, env } = options;
  const dataDir = runFolder('services');
  const [nats, postgres, keycloak] = await Promise.all([
    startTestNats({ syncInterval: options.syncInterval }),
    options.ownPostgres ? startTestPostgres() : undefined,
    testServers().keycloak(),
  ]);
  const operator = await testOperator(keycloak);
  const databases = await createDatabases(options.adminUrl ?? postgres?.adminUrl);
  const ports = await Promise.all(
    contexts.map(async (service) => [service, await Promise.all(Array.from({ length: instances }, freePort))] as const),
  );
  const routes = Object.fromEntries(
    ports.map(([service, own]) => [`/${service}`, own.map((port) => `http://127.0.0.1:${port}`)]),
  );
  const edge = await startEdge({
    port: await freePort(),
    routes: { ...routes, ...standardRoutes(routes['/consent'] ?? []), '/auth': [new URL(keycloak.url).origin] },
  });
  const installation: Installation = {
    databases,
    nats: { url: nats.url, passwords: nats.passwords },
    keycloak: { url: keycloak.url, publicUrl: keycloak.url },
    operatorIssuer: operator.issuer,
    clientSecrets: perService(newPassword),
    dataKeys: perService(newDataKeys),
    serviceUrls: perService(() => edge.url),
    pagesUrl: edge.url,
    demo: true,
  };
  const processes = ports
    .filter(([service]) => services.includes(service))
    .flatMap(([service, own]) =>
      own.map((port, index) => {
        const instance = `${service}-${index}`;
        const of = typeof env === 'function' ? env(instance) : env;
        return new ServiceProcess(installation, { service, instance, port, dataDir, env: of });
      }),
    );
  const stop = async (): Promise<void> => {
    await edge.stop();
    await Promise.all(processes.map((each) => each.stop()));
    await Promise.all([nats.stop(), postgres?.stop()]);
  };
  try {
    await Promise.all(services.map((service) => migrateService(installation, service)));
    await Promise.all(processes.map((each) => each.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: edge.url,
    processes,
    nats,
    postgres,
    databases,
    installation,
    operator,
    dataDir,
    stop,
    process(service, instance = 0) {
      const found = processes.find((each) => each.place.instance === `${service}-${instance}`);
      if (found === undefined) throw new Error(`no process ${instance} of ${service}`);
      return found;
    },
    async municipality(wishes) {
      const made = await testMunicipality({
        ...wishes,
        keycloak,
        serviceSecrets: installation.clientSecrets,
        pagesUrl: edge.url,
      });
      await registerMunicipality({
        base: edge.url,
        services,
        operatorToken: await operator.token(),
        code: made.code,
        issuer: made.issuer,
      });
      return made;
    },
  };
}

async function createDatabases(adminUrl: string | undefined): Promise<Record<Context, ServiceDatabase>> {
  const made = await Promise.all(
    contexts.map(async (service) => [service, await createServiceDatabase(service, adminUrl)] as const),
  );
  return Object.fromEntries(made) as Record<Context, ServiceDatabase>;
}
