import { createSecretKey, hkdfSync } from 'node:crypto';
import {
  AccessModule,
  type AccessOptions,
  CitizenLink,
  deliverAs,
  linkedPersonIn,
  Looks,
  LookUpShipping,
  municipalitiesIn,
} from '@helhed/access';
import { Database, dataSource, PersonalData, Workers } from '@helhed/database';
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
import { HealthController } from '../platform/health.controller.js';
import { Health } from '../platform/health.js';
import { MessagesController } from '../platform/messages.controller.js';
import { demoMode, MunicipalitiesController } from '../platform/municipalities.controller.js';
import { OpenApiController } from '../platform/openapi.controller.js';
import { ProblemsController } from '../platform/problems.controller.js';
import { SnapshotsController } from '../platform/snapshots.controller.js';
import { ProblemCatalogue } from '../problems/problem.js';
import { IdempotencyKeys } from '../routes/idempotent.js';
import type { ServiceDefinition } from './service-definition.js';

/** What a service stands on, made without touching a server: connections are opened when it starts. */
export interface Platform {
  readonly database: Database;
  readonly workers: Workers;
  readonly messaging: Messaging;
  readonly lookUps: LookUpShipping;
  readonly looks: Looks;
  readonly health: Health;
  readonly problems: ProblemCatalogue;
  readonly openApi: OpenApi;
  readonly paging: Paging;
  readonly idempotencyKeys: IdempotencyKeys;
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
  return {
    database,
    workers,
    messaging: new Messaging({ ...bus, snapshotOf }, database, workers, report),
    lookUps: new LookUpShipping(database, workers, definition.deliverLookUps ?? deliverAs(context), report),
    looks: new Looks(database, definition.standingBases),
    health: new Health(),
    problems: new ProblemCatalogue(context, problems),
    openApi: new OpenApi(context, title),
    paging: new Paging(derive('helhed paging')),
    idempotencyKeys: new IdempotencyKeys(createSecretKey(derive('helhed idempotency'))),
    demo: config.HELHED_DEMO,
    pages,
    access: {
      service: context,
      municipalities: municipalitiesIn(workers),
      keycloakUrl: config.KEYCLOAK_URL,
      operatorIssuer: config.OPERATOR_ISSUER,
      clientSecret: config.SERVICE_CLIENT_SECRET,
      findLinked: Object.values(entities ?? []).includes(CitizenLink) ? linkedPersonIn(database) : undefined,
      pageSessions: pages?.sessions,
    },
  };
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
        ...(platform.pages?.controllers ?? []),
      ],
      providers,
      exports: providers,
    };
  }
}
