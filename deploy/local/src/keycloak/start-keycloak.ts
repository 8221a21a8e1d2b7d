import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../servers/ports.js';
import { reapFolder } from '../servers/reap.js';
import { startServerProcess, type RunningServer } from '../servers/server-process.js';
import { untilReady } from '../servers/until-ready.js';
import { keycloakArguments } from './keycloak-command.js';
import { keycloakDist } from './keycloak-dist.js';
import { classArchive, seedKeycloak } from './keycloak-seed.js';

export interface KeycloakOptions {
  /** Folder for the database, the log and the process note. Made when missing, kept on stop. */
  dataDir: string;
  port?: number;
  managementPort?: number;
  /** Base that tokens name, with `/auth`; the server's own address unless told. */
  publicUrl?: string;
  /** The administrator made at the first start of a data folder, in the realm `master`. */
  admin: { username: string; password: string };
  progress?: (step: string) => void;
}

export interface RunningKeycloak extends RunningServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Base with `/auth`, without a slash at the end. */
  readonly url: string;
  readonly publicUrl: string;
  readonly admin: { username: string; password: string };
  readonly dataDir: string;
}

/** As startKeycloak, with a data folder whose set-up is copied from the cache; for tests. */
export async function startSeededKeycloak(options: Omit<KeycloakOptions, 'admin'>): Promise<RunningKeycloak> {
  const admin = await seedKeycloak(options.dataDir, startKeycloak);
  return startKeycloak({ ...options, admin });
}

/** Starts Keycloak on the loopback address; downloads and builds it at the first use. */
export async function startKeycloak(options: KeycloakOptions & { archiveTo?: string }): Promise<RunningKeycloak> {
  const { dataDir, admin } = options;
  mkdirSync(dataDir, { recursive: true });
  await reapFolder(dataDir);
  const dist = await keycloakDist(options.progress);
  const home = join(dataDir, 'keycloak');
  linkHome(dist, home);
  const port = options.port || (await freePort());
  const managementPort = options.managementPort || (await freePort());
  const url = `http://127.0.0.1:${port}/auth`;
  const publicUrl = options.publicUrl ?? url;
  const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin/java') : 'java';
  const env = {
    ...process.env,
    KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
    KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  };
  const { archiveTo } = options;
  const archive = archiveTo ? [`-XX:ArchiveClassesAtExit=${archiveTo}`] : sharedArchive();
  const args = [...archive, ...keycloakArguments({ dist, home, port, managementPort, publicUrl })];
  const server = startServerProcess({
    name: 'keycloak',
    command: java,
    args,
    dataDir,
    env,
    stopGrace: archiveTo ? 120_000 : 15_000,
  });
  const check = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${managementPort}/auth/health/ready`)).ok;
  await untilReady({ name: 'keycloak', dataDir, server, check, timeoutMs: 240_000 });
  return { ...server, host: '127.0.0.1', port, url, publicUrl, admin, dataDir };
}

function sharedArchive(): string[] {
  const file = classArchive();
  return file === undefined ? [] : [`-XX:SharedArchiveFile=${file}`];
}

/** The built program is shared by links; the data folder belongs to this home alone. */
function linkHome(dist: string, home: string): void {
  mkdirSync(home, { recursive: true });
  for (const part of ['lib', 'conf', 'providers', 'themes', 'version.txt']) {
    if (!existsSync(join(home, part))) symlinkSync(join(dist, part), join(home, part));
  }
}
