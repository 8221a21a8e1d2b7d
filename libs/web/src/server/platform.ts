import { createSecretKey, hkdfSync, randomUUID } from 'node:crypto';
import {
  AccessModule,
  type AccessOptions,
  AllowedIssuers,
  appliedEpoch,
  byLease,
  CitizenLink,
  deliverAs,
  FindHoldings,
  FindReaders,
  type Grounds,
  LeaseClient,
  Leases,
  linkedPersonIn,
  Looks,
  LookUpShipping,
  municipalitiesIn,
  noGround,
  raiseParked,
  ServiceTokens,
  theRegister,
  retiredUnitsIn,
} from '@helhed/access';
import type { Context } from '@helhed/contracts';
import { Database, dataSource, PersonalData, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { DeadLetters, Messaging } from '@helhed/messaging';
import {
  gaugeConsumerLag,
  gaugeDeadLetters,
  gaugeOutboxAge,
  gaugeParkedAge,
  gaugeSetAside,
  log,
} from '@helhed/telemetry';
import { type DynamicModule, type FactoryProvider, Global, Module, type Type } from '@nestjs/common';
import type { PlatformConfig } from '../config/read-config.js';
import { OpenApi } from '../openapi/open-api.js';
import { Paging } from '../paging/paging.js';
import { type Pages, pagesOf } from '../pages/pages.js';
import { ForgetShipped } from '../platform/forget-log.js';
import { ForgetOldKeys } from '../platform/forget-old-keys.js';
import { HealthController } from '../platform/health.controller.js';
import { HoldingsController } from '../platform/holdings.controller.js';
import { ReadersController } from '../platform/readers.controller.js';
import { Health } from '../platform/health.js';
import { MessagesController } from '../platform/messages.controller.js';
import { demoMode, MunicipalitiesController } from '../platform/municipalities.controller.js';
import { OpenApiController } from '../platform/openapi.controller.js';
import { ProblemsController } from '../platform/problems.controller.js';
import { SnapshotsController } from '../platform/snapshots.controller.js';
import { ToldBasesController } from '../platform/told-bases.controller.js';
import { ProblemCatalogue } from '../problems/problem.js';
import { IdempotencyKeys } from '../routes/idempotent.js';
import { ETags } from './etags.js';
import type { ServiceDefinition } from './service-definition.js';

/** What a service stands on, made without touching a server: connections are opened when it starts. */
export interface Platform {
  readonly database: Database;
  readonly workers: Workers;
  readonly messaging: Messaging;
  readonly lookUps: LookUpShipping;
  /** Undefined where nothing revocable is answered by a lease: in consent, and without consent's address */
  readonly leases: Leases | undefined;
  readonly looks: Looks;
  /** Of a service that holds something on persons. */
  readonly holdings: FindHoldings | undefined;
  readonly readers: FindReaders | undefined;
  readonly health: Health;
  readonly problems: ProblemCatalogue;
  readonly openApi: OpenApi;
  readonly paging: Paging;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly etags: ETags;
  readonly access: AccessOptions;
  /** Of a service that serves pages. */
  readonly pages: Pages | undefined;
  readonly demo: boolean;
}

export function platformOf(definition: ServiceDefinition, config: PlatformConfig): Platform {
  const { name: context, title, entities, problems, snapshotOf } = definition;
  const source = dataSource({ url: config.DATABASE_URL, entities, poolSize: config.DATABASE_POOL });
  const database = new Database(source, new PersonalData(config.DATA_KEYS));
  const workers = new Workers(config.DATABASE_WORKER_URL);
  const bus = { context, url: config.NATS_URL, user: config.NATS_USER, password: config.NATS_PASSWORD };
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(config.DATA_KEYS.index, 'base64'), '', purpose, 32));
  const pages =
    definition.pages &&
    pagesOf(definition.pages, {
      database,
      keycloakUrl: config.KEYCLOAK_URL,
      clientSecret: config.SERVICE_CLIENT_SECRET,
      pagesUrl: config.PAGES_URL ?? '',
      path: `/${context}`,
    });
  const report = (what: string, error: unknown) => log.warn('will be tried again', { context: what, error });
  const municipalities = municipalitiesIn(workers);
  const { KEYCLOAK_URL: keycloakUrl, OPERATOR_ISSUER: operatorIssuer, SERVICE_CLIENT_SECRET: clientSecret } = config;
  const tokens = new ServiceTokens(new AllowedIssuers(municipalities, operatorIssuer), {
    keycloakUrl,
    service: context,
    secret: clientSecret,
  });
  const leases = leasesOf(context, config.CONSENT_URL, { database, workers, tokens, report });
  const looks = new Looks(database, groundsOf(context, leases), definition.standingBases);
  return {
    database,
    workers,
    messaging: new Messaging({ ...bus, snapshotOf, parked: raiseParked }, database, workers, report),
    lookUps: new LookUpShipping(database, workers, definition.deliverLookUps ?? deliverAs(context), report),
    leases,
    looks,
    holdings: definition.holdings && new FindHoldings(looks, definition.holdings),
    readers: definition.readers && new FindReaders(looks, definition.readers),
    health: new Health(),
    problems: new ProblemCatalogue(context, problems),
    openApi: new OpenApi(context, title),
    paging: new Paging(derive('helhed paging')),
    idempotencyKeys: new IdempotencyKeys(createSecretKey(derive('helhed idempotency'))),
    etags: new ETags(createSecretKey(derive('helhed etag'))),
    demo: config.HELHED_DEMO,
    pages,
    access: {
      municipalities,
      keycloakUrl,
      operatorIssuer,
      tokens,
      findLinked: Object.values(entities ?? []).includes(CitizenLink) ? linkedPersonIn(database) : undefined,
      // who shows what is held on families has the facts of access
      findRetired: definition.standingBases && retiredUnitsIn(database),
      pageSessions: pages?.sessions,
    },
  };
}

interface Around {
  readonly database: Database;
  readonly workers: Workers;
  readonly tokens: ServiceTokens;
  readonly report: (what: string, error: unknown) => void;
}

function leasesOf(context: Context, consentUrl: string | undefined, around: Around): Leases | undefined {
  if (context === 'consent' || consentUrl === undefined) return undefined;
  const { database, workers, tokens, report } = around;
  const consent = new LeaseClient(consentUrl, randomUUID(), tokens);
  const applied = (municipality: MunicipalityCode) => database.inTransaction(municipality, appliedEpoch);
  return new Leases({ consent, applied, report }, workers);
}

function groundsOf(context: Context, leases: Leases | undefined): Grounds {
  if (context === 'consent') return theRegister;
  return leases ? byLease(leases) : noGround;
}

/** What the platform's gauges and health routes ask. */
export function observe({ database, messaging, health }: Platform, keycloakUrl: string): void {
  const answers = async (work: Promise<unknown>) => (await work, true);
  health.add({ name: 'database', required: true, isUp: () => answers(database.dataSource.query('SELECT 1')) });
  health.add({ name: 'nats', required: false, isUp: () => messaging.bus.isUp });
  health.add({
    name: 'keycloak',
    required: false,
    isUp: async () =>
      (await fetch(`${keycloakUrl}/realms/master`, { method: 'HEAD', signal: AbortSignal.timeout(1_000) })).status <
      500,
  });
  gaugeOutboxAge(() => messaging.outboxAge());
  gaugeSetAside(() => messaging.setAside());
  gaugeParkedAge(() => messaging.parkedAge());
  gaugeDeadLetters(() => messaging.deadLetters.count());
  gaugeConsumerLag(async () =>
    Object.entries(await messaging.lag()).flatMap(([from, value]) =>
      value === null ? [] : [{ labels: { source: from }, value }],
    ),
  );
}

const value = <T>(provide: Type<T> | (abstract new (...args: never[]) => T), instance: T): FactoryProvider => ({
  provide,
  useFactory: () => instance,
});

/** Gives the service's own module what it injects: Database, Paging, Messaging and the rest, by class. */
@Global()
@Module({})
export class PlatformModule {
  static with(platform: Platform): DynamicModule {
    const providers = [
      value(Database, platform.database),
      value(PersonalData, platform.database.personalData),
      value(Workers, platform.workers),
      value(Looks, platform.looks),
      value(Messaging, platform.messaging),
      value(DeadLetters, platform.messaging.deadLetters),
      value(Health, platform.health),
      value(ProblemCatalogue, platform.problems),
      value(OpenApi, platform.openApi),
      value(Paging, platform.paging),
      value(IdempotencyKeys, platform.idempotencyKeys),
      { provide: demoMode, useValue: platform.demo },
      ...(platform.holdings ? [value(FindHoldings, platform.holdings)] : []),
      ...(platform.readers ? [value(FindReaders, platform.readers)] : []),
      ...(platform.pages?.providers ?? []),
    ];
    return {
      module: PlatformModule,
      imports: [AccessModule.forService(platform.access)],
      controllers: [
        HealthController,
        ProblemsController,
        OpenApiController,
        MunicipalitiesController,
        MessagesController,
        SnapshotsController,
        ToldBasesController,
        ...(platform.holdings ? [HoldingsController] : []),
        ...(platform.readers ? [ReadersController] : []),
        ...(platform.pages?.controllers ?? []),
      ],
      providers: [...providers, ForgetOldKeys, ForgetShipped],
      exports: providers,
    };
  }
}
