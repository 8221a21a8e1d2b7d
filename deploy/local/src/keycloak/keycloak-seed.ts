import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, cacheFolder } from '../servers/cache.js';
import { newPassword } from '../platform/new-secrets.js';
import { keycloakEntry } from './keycloak-dist.js';
import type { KeycloakOptions, RunningKeycloak } from './start-keycloak.js';

type Admin = KeycloakOptions['admin'];
type Start = (options: KeycloakOptions & { archiveTo?: string }) => Promise<RunningKeycloak>;

const seedEntry = `${keycloakEntry}-seed-2`;
const [adminFile, archiveFile] = ['admin.json', 'classes.jsa'];

/**
 * Puts a database that Keycloak has already set up into a new data folder: the set-up is half of a first start.
 * For tests, which begin with an empty Keycloak again and again. Returns the administrator that it knows.
 */
export async function seedKeycloak(dataDir: string, start: Start): Promise<Admin> {
  // Beside the caller's data and not in the cache, so that a killed run's sweep finds this server too.
  const seed = await cached(seedEntry, (folder) => makeSeed(folder, join(dataDir, 'seed'), start));
  const target = join(dataDir, 'keycloak/data');
  if (!existsSync(target)) cpSync(join(seed, 'data'), target, { recursive: true });
  return JSON.parse(readFileSync(join(seed, adminFile), 'utf8')) as Admin;
}

/** The classes of a started Keycloak as the JVM likes to read them, where a seed was made: a quarter less work at a start. */
export function classArchive(): string | undefined {
  const file = join(cacheFolder(), seedEntry, archiveFile);
  return existsSync(file) ? file : undefined;
}

async function makeSeed(folder: string, dataDir: string, start: Start): Promise<void> {
  const admin = { username: 'admin', password: newPassword() };
  const server = await start({ dataDir, admin, archiveTo: join(folder, archiveFile) });
  await server.stop();
  const data = join(dataDir, 'keycloak/data');
  rmSync(join(data, 'tmp'), { recursive: true, force: true });
  cpSync(data, join(folder, 'data'), { recursive: true });
  rmSync(dataDir, { recursive: true });
  writeFileSync(join(folder, adminFile), JSON.stringify(admin));
  chmodSync(folder, 0o700);
}
