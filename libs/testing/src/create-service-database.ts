import { randomBytes } from 'node:crypto';
import {
  createServiceDatabase as create,
  createServiceRoles,
  databaseName,
  databaseRoles,
  type RolePasswords,
  type ServiceDatabase,
} from '@helhed/local';
import { testServers } from './servers/test-servers.js';

export type { ServiceDatabase };

// Roles belong to the cluster, which the workers of a run share: all of them must agree on the passwords.
const passwords = Object.fromEntries(databaseRoles.map((role) => [role, `test-${role}`])) as RolePasswords;
const rolesMade = new Map<string, Promise<void>>();

/**
 * A fresh, empty database of one service (`referral`, `family-plan`, …) in the run's PostgreSQL, with addresses
 * for its owner, app, worker and backup role. Nobody else uses it; it ends with the run.
 */
export async function createServiceDatabase(service: string, adminUrl?: string): Promise<ServiceDatabase> {
  const admin = adminUrl ?? (await testServers().postgres()).adminUrl;
  const key = `${admin} ${service}`;
  if (!rolesMade.has(key)) rolesMade.set(key, createServiceRoles(admin, service, passwords));
  await rolesMade.get(key);
  return create(admin, service, passwords, `${databaseName(service)}_${randomBytes(5).toString('hex')}`);
}
