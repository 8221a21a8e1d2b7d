import pg from 'pg';
import { psqlScript, withClient } from './psql-script.js';

export const databaseRoles = ['owner', 'app', 'worker', 'backup'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];
export type RolePasswords = Readonly<Record<DatabaseRole, string>>;

/** Addresses of one service's database, one for each of its roles. */
export type ServiceDatabase = Readonly<Record<DatabaseRole, string>> & { readonly name: string };

/** `family-plan` → `family_plan`: the base of a service's database and role names. */
export const databaseName = (service: string): string => service.replaceAll('-', '_');

const roleNames = (service: string): Record<DatabaseRole, string> => {
  const base = databaseName(service);
  return { owner: `${base}_owner`, app: `${base}_app`, worker: `${base}_worker`, backup: `${base}_backup` };
};

/** Makes a service's four roles in the cluster, or sets their passwords and attributes anew. */
export async function createServiceRoles(adminUrl: string, service: string, passwords: RolePasswords): Promise<void> {
  const secrets = Object.fromEntries(databaseRoles.map((role) => [`${role}_password`, passwords[role]]));
  const script = psqlScript('roles.sql', { ...roleNames(service), ...secrets });
  await withClient(adminUrl, (client) => client.query(script));
}

/**
 * Makes a database that the service's owner role owns, unless it is there; the roles must exist.
 * `name` lets tests have several databases of one service in a cluster.
 */
export async function createServiceDatabase(
  adminUrl: string,
  service: string,
  passwords: RolePasswords,
  name = databaseName(service),
): Promise<ServiceDatabase> {
  const roles = roleNames(service);
  const addresses = databaseAddresses(adminUrl, service, passwords, name);
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${pg.escapeIdentifier(roles.owner)}`);
  });
  const inside = new URL(adminUrl);
  inside.pathname = `/${name}`;
  await withClient(inside.href, (client) => client.query(psqlScript('database.sql', { ...roles, database: name })));
  return addresses;
}

export function databaseAddresses(
  adminUrl: string,
  service: string,
  passwords: RolePasswords,
  name = databaseName(service),
): ServiceDatabase {
  const roles = roleNames(service);
  const address = (role: DatabaseRole): string => {
    const url = new URL(adminUrl);
    url.username = roles[role];
    url.password = encodeURIComponent(passwords[role]);
    url.pathname = `/${name}`;
    return url.href;
  };
  return { name, owner: address('owner'), app: address('app'), worker: address('worker'), backup: address('backup') };
}
