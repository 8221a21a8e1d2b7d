import type { TestKeycloak, TestNats, TestPostgres } from './test-server.js';
import { serverMode } from './mode.js';

// Each way is loaded only where it is used: testcontainers alone takes most of a second.
const native = () => import('./native.js');
const containers = () => import('./containers.js');

/** A PostgreSQL of the caller's own, for tests that kill it. Others share the run's: see testServers(). */
export async function startTestPostgres(): Promise<TestPostgres> {
  return (await serverMode()) === 'native'
    ? (await native()).nativePostgres()
    : (await containers()).containerPostgres();
}

/** A NATS server of the caller's own, one per spec file. Stop it in afterAll. */
export async function startTestNats(options: { syncInterval?: string } = {}): Promise<TestNats> {
  return (await serverMode()) === 'native'
    ? (await native()).nativeNats(options)
    : (await containers()).containerNats(options);
}

/** A Keycloak of the caller's own; takes 10–20 s. Others share the run's: see testServers(). */
export async function startTestKeycloak(): Promise<TestKeycloak> {
  return (await serverMode()) === 'native'
    ? (await native()).nativeKeycloak()
    : (await containers()).containerKeycloak();
}
