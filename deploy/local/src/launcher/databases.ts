import { join } from 'node:path';
import { contexts, type Context } from '@helhed/contracts';
import type { InstallationSecrets } from '../compose/installation-secrets.js';
import { repository } from '../platform/repository.js';
import { migrateService } from '../platform/run-service.js';
import type { Installation } from '../platform/service-environment.js';
import {
  createServiceDatabase,
  createServiceRoles,
  databaseAddresses,
  type ServiceDatabase,
} from '../postgres/service-database.js';
import { digest } from './digest.js';
import { keep, readKept } from './state.js';

export function databasesOf(adminUrl: string, secrets: InstallationSecrets): Record<Context, ServiceDatabase> {
  const addresses = contexts.map(
    (service) => [service, databaseAddresses(adminUrl, service, secrets.roles[service])] as const,
  );
  return Object.fromEntries(addresses) as Record<Context, ServiceDatabase>;
}

const sources = (service: Context): string[] => [
  join(repository, 'services', service, 'dist/src/migrations'),
  join(repository, 'libs/database/dist/sql'),
  join(repository, 'deploy/postgres'),
];

/** Makes what is missing of the databases and brings them up to date; where no migration has changed that costs nothing. */
export async function prepareDatabases(
  adminUrl: string,
  secrets: InstallationSecrets,
  installation: Installation,
): Promise<void> {
  const migrated = readKept().migrated ?? {};
  const now = Object.fromEntries(contexts.map((service) => [service, digest(...sources(service))]));
  await Promise.all(
    contexts
      .filter((service) => migrated[service] !== now[service])
      .map(async (service) => {
        await createServiceRoles(adminUrl, service, secrets.roles[service]);
        await createServiceDatabase(adminUrl, service, secrets.roles[service]);
        await migrateService(installation, service);
      }),
  );
  keep({ migrated: now });
}
