export { startNats, type NatsOptions, type RunningNats } from './nats/start-nats.js';
export { natsConfig, type NatsConfig } from './nats/nats-config.js';
export { grantsOf, setUpUser, type NatsGrants } from './nats/nats-rights.js';
export { setUpNats } from './nats/set-up-nats.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.js';
export { cached, cacheFolder } from './servers/cache.js';
export { freePort, isFree } from './servers/ports.js';
export type { RunningServer } from './servers/server-process.js';
export {
  startKeycloak,
  startSeededKeycloak,
  type KeycloakOptions,
  type RunningKeycloak,
} from './keycloak/start-keycloak.js';
export { connectAdmin, type AdminCredentials } from './keycloak/connect-admin.js';
export {
  createMunicipality,
  serviceClients,
  type Municipality,
  type MunicipalityPlan,
  type ServiceClient,
} from './keycloak/create-municipality.js';
export { createFunction } from './keycloak/create-function.js';
export { createSystemClient, type SystemClientPlan } from './keycloak/create-system-client.js';
export { createUnit, type UnitPlan } from './keycloak/create-unit.js';
export { createUser, type UserPlan } from './keycloak/create-user.js';
export { ensureOperatorRealm, type OperatorPlan } from './keycloak/ensure-operator-realm.js';
export { issuerOf, operatorClient, operatorRealm, realmOf } from './keycloak/realm-names.js';
export { retireUnit } from './keycloak/retire-unit.js';
export { keepFresh, tokenForClient, tokenForUser } from './keycloak/tokens.js';
export {
  createServiceDatabase,
  createServiceRoles,
  databaseAddresses,
  databaseName,
  databaseRoles,
  type DatabaseRole,
  type RolePasswords,
  type ServiceDatabase,
} from './postgres/service-database.js';
export { describeProcess as processIdentity } from './servers/process-identity.js';
export { isAlive as isRunning, reapFolder, reapTree, type Note as ProcessNote } from './servers/reap.js';
export { standardRoutes, startEdge, type EdgeOptions, type RunningEdge } from './edge/start-edge.js';
export { newDataKeys, newPassword, newRolePasswords, perService } from './platform/new-secrets.js';
export { repository } from './platform/repository.js';
export { migrateService, runService, type RunningService, type ServicePlace } from './platform/run-service.js';
export { migrationEnvironment, serviceEnvironment, type Installation } from './platform/service-environment.js';
export { registerMunicipality, type Registration } from './platform/register-municipality.js';
export { demoMunicipalities } from './demo/people.js';
export { demoUnits } from './demo/units.js';
export {
  localCredentials,
  readOperatorCredentials,
  type OperatorCredentials,
} from './keycloak/operator-credentials.js';
export { restored } from './operations/restored.js';
export { Misused, runCommand } from './operations/run-command.js';
