export { beside } from './beside.js';
export { faultsOf } from './browser/faults-of.js';
export { faultsOnPaper } from './browser/faults-on-paper.js';
export {
  startBrowser,
  widths,
  type Browser,
  type BrowserContext,
  type Page,
  type Width,
} from './browser/start-browser.js';
export { createServiceDatabase, type ServiceDatabase } from './create-service-database.js';
export { fakeCpr, realLookingCpr, type CprWishes } from './people/cpr.js';
export { linkedCitizen } from './people/linked-citizen.js';
export { holdFunctions, seenBy } from './people/readers.js';
export { seededRandom } from './people/random.js';
export { serverMode, type ServerMode } from './servers/mode.js';
export { startTestKeycloak, startTestNats, startTestPostgres } from './servers/start-servers.js';
export type { TestKeycloak, TestNats, TestPostgres, TestServer } from './servers/test-server.js';
export {
  stopTestServers,
  testServers,
  type SharedKeycloak,
  type SharedPostgres,
  type TestServers,
} from './servers/test-servers.js';
export {
  testMunicipality,
  type TestActor,
  type TestMunicipality,
  type TestMunicipalityOptions,
} from './municipality/test-municipality.js';
export { TestAdmin } from './municipality/test-admin.js';
export { testOperator, type TestOperator } from './municipality/test-operator.js';
export { ServiceProcess } from './platform/service-process.js';
export { startPlatform, type PlatformOptions, type TestPlatform } from './platform/start-platform.js';
export { verifyWebhook, WebhookLibrary, type SignedMessage } from './webhooks/standard-webhooks.js';
