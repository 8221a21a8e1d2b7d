export { startNats, type NatsOptions, type RunningNats } from './nats/start-nats.js';
export { natsConfig, type NatsConfig } from './nats/nats-config.js';
export { contextsOfNats, grantsOf, type NatsGrants, type NatsUser } from './nats/nats-rights.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.js';
export { cached, cacheFolder } from './servers/cache.js';
export { freePort, isFree } from './servers/ports.js';
export type { RunningServer } from './servers/server-process.js';
