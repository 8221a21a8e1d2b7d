import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
export const dataFolder = process.env.HELHED_DATA ?? join(root, '.data');
export const cacheFolder =
  process.env.HELHED_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'helhed');
export const launcherFile = (name) => join(root, 'deploy/local/dist/launcher', `${name}.js`);

/**
 * Passwords, tokens and logs are there for who runs the platform. As root PostgreSQL is another user, who must pass the
 * folder to its own.
 */
export function keepDataFolder() {
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Node 24 as the lock pins it, where this platform has it; else the Node that runs this. */
export function projectNode() {
  const pinned = join(root, 'node_modules/.bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
}
