import { startTestKeycloak, startTestPostgres } from './start-servers.js';
import type { TestKeycloak, TestPostgres } from './test-server.js';
import { removeRunFolder } from './run-folder.js';

export interface SharedPostgres {
  adminUrl: string;
  port: number;
}
export interface SharedKeycloak {
  url: string;
  admin: { username: string; password: string };
  /** Set where the operators' realm is there already. */
  operatorIssuer?: string;
}

export interface TestServers {
  postgres(): Promise<SharedPostgres>;
  keycloak(): Promise<SharedKeycloak>;
}

/** Address of the run's servers, set by jest's global setup for its workers. */
export const brokerVariable = 'HELHED_TEST_BROKER';

/**
 * The servers that all tests of a run share, each started at the first call for it. Under jest they belong to
 * the run (global setup starts and ends them); elsewhere to this process: call stopTestServers() at the end.
 */
export function testServers(): TestServers {
  const broker = process.env[brokerVariable];
  if (broker === undefined) return ownServers;
  const ask = async <T>(name: string): Promise<T> => {
    const answer = await fetch(`${broker}/${name}`);
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  return { postgres: () => ask('postgres'), keycloak: () => ask('keycloak') };
}

let postgres: Promise<TestPostgres> | undefined;
let keycloak: Promise<TestKeycloak> | undefined;

export const ownServers: TestServers = {
  async postgres() {
    const { adminUrl, port } = await (postgres ??= startTestPostgres());
    return { adminUrl, port };
  },
  async keycloak() {
    const { url, admin } = await (keycloak ??= startTestKeycloak());
    return { url, admin };
  },
};

/** Ends the servers that this process started through testServers(). */
export async function stopTestServers(): Promise<void> {
  const started = [postgres, keycloak];
  postgres = keycloak = undefined;
  await Promise.all(started.map(async (server) => (await server?.catch(() => undefined))?.stop()));
  removeRunFolder();
}
