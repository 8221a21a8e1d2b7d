import { createServiceDatabase, ServiceProcess } from '@helhed/testing';
import { freePort, migrateService, type Installation } from '@helhed/local';
import type { DurablePlatform } from '../platform/durable-platform.js';
import { publishProgramme } from '../platform/publish-programme.js';
import type { Settings } from './rules/settings.js';
import { startYardstick } from './start-yardstick.js';
import type { Variant } from './variant.js';

/** The service twice (as it runs, and with nowhere to publish to) and the two yardsticks, on one PostgreSQL. */
export async function startVariants(durable: DurablePlatform): Promise<Variant[]> {
  const { platform, municipality } = durable;
  const own = platform.process('referral');
  const database = platform.databases.referral;
  await publishProgramme(database, municipality);
  const whole: Variant = {
    name: 'helhed',
    pid: own.pid,
    port: own.place.port,
    database,
    publishes: true,
    stop: () => own.stop(),
  };
  return [
    whole,
    await startWithoutBus(durable),
    await startBesides('bare', durable),
    await startBesides('stock', durable),
  ];
}

/** The service as a process of its own that finds no NATS: it serves, and its events wait. */
async function startWithoutBus(durable: DurablePlatform): Promise<Variant> {
  const installation = await withNewDatabase(durable);
  const port = await freePort();
  const nats = { ...installation.nats, url: `nats://127.0.0.1:${await freePort()}` };
  const { dataDir } = durable.platform;
  const place = { service: 'referral', instance: 'referral-without-bus', port, dataDir } as const;
  const service = new ServiceProcess({ ...installation, nats }, place);
  await service.start();
  const database = installation.databases.referral;
  return { name: 'helhed, bus away', pid: service.pid, port, database, publishes: false, stop: () => service.stop() };
}

async function startBesides(name: 'bare' | 'stock', durable: DurablePlatform): Promise<Variant> {
  const { databases, dataKeys } = await withNewDatabase(durable);
  const { code, issuer } = durable.municipality;
  const database = databases.referral;
  const keys = JSON.parse(dataKeys.referral) as Settings['dataKeys'];
  const running = await startYardstick(name, { databaseUrl: database.app, dataKeys: keys, issuer, municipality: code });
  return { name, database, publishes: false, ...running };
}

type Prepared = Installation & Pick<DurablePlatform['platform'], 'databases'>;

/** Another database with the referral service's own tables, roles and row level security. */
async function withNewDatabase({ platform, postgres, municipality }: DurablePlatform): Promise<Prepared> {
  const referral = await createServiceDatabase('referral', postgres.adminUrl);
  const installation = { ...platform.installation, databases: { ...platform.databases, referral } };
  await migrateService(installation, 'referral');
  await publishProgramme(referral, municipality);
  return installation;
}
