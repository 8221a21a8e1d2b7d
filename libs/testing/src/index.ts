export { createServiceDatabase, type ServiceDatabase } from './create-service-database.js';
export { fakeCpr, realLookingCpr, type CprWishes } from './people/cpr.js';
export { seededRandom } from './people/random.js';
export { serverMode, type ServerMode } from './servers/mode.js';
export { startTestKeycloak, startTestNats, startTestPostgres } from './servers/start-servers.js';
export type { TestKeycloak, TestNats, TestPostgres, TestServer } from './servers/test-server.js';
export { stopTestServers, testServers, type SharedKeycloak, type SharedPostgres, type TestServers } from './servers/test-servers.js';
