import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../servers/cache.js';
import { newPassword } from '../platform/new-secrets.js';
import { keycloakEntry } from './keycloak-dist.js';
import type { KeycloakOptions, RunningKeycloak } from './start-keycloak.js';

type Admin = KeycloakOptions['admin'];
const adminFile = 'admin.json';

/**
 * Puts a database that Keycloak has already set up into a new data folder: the set-up is half of a first start.
 * For tests, which begin with an empty Keycloak again and again. Returns the administrator that it knows.
 */
export async function seedKeycloak(
  dataDir: string,
  start: (options: KeycloakOptions) => Promise<RunningKeycloak>,
): Promise<Admin> {
  const seed = await cached(`${keycloakEntry}-seed`, (folder) => makeSeed(folder, start));
  const target = join(dataDir, 'keycloak/data');
  if (!existsSync(target)) cpSync(join(seed, 'data'), target, { recursive: true });
  return JSON.parse(readFileSync(join(seed, adminFile), 'utf8')) as Admin;
}

async function makeSeed(folder: string, start: (options: KeycloakOptions) => Promise<RunningKeycloak>): Promise<void> {
  const admin = { username: 'admin', password: newPassword() };
  const server = await start({ dataDir: folder, admin });
  await server.stop();
  renameSync(join(folder, 'keycloak/data'), join(folder, 'data'));
  rmSync(join(folder, 'keycloak'), { recursive: true });
  rmSync(join(folder, 'data/tmp'), { recursive: true, force: true });
  writeFileSync(join(folder, adminFile), JSON.stringify(admin));
  chmodSync(folder, 0o700);
}
