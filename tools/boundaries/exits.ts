/**
 * The files of services and of the libs they are made of that send or write something by themselves, and why what they
 * send is no look at a family that nobody decided on. All else leaves a service by an answer, which is held to its
 * declaration while it runs, or by an event, which has a contract.
 */
export type Exits = Readonly<Record<string, string | Decided>>;

/** Sends something about a family to outside the installation, decided on each time. */
export interface Decided {
  readonly why: string;
  /** The kind of e2e/src/races by which withdrawals are tried against it. */
  readonly race: string;
}

export const exits: Exits = {
  'libs/access/src/claims/claim-check.ts': 'asks another service for what its own route decides on',
  'libs/access/src/lease/lease-client.ts': 'numbers of leases, to consent',
  'libs/access/src/tokens/realm-keys.ts': 'asks Keycloak for public keys',
  'libs/access/src/tokens/service-tokens.ts': 'asks Keycloak for tokens of its own',
  'libs/telemetry/src/file-span-exporter.ts': 'spans, which hold no data of a family',
  'libs/telemetry/src/start-telemetry.ts': 'the same, to the collector that the installation names',
  'libs/web/src/server/platform.ts': 'asks Keycloak whether it is there',
  'services/consent/src/look-ups/heads-folder.ts': 'hashes of the register of look-ups',
  'services/consent/src/pages/ask-service.ts':
    'asks a service as whoever looks at the page, and sends what they note: its answer is a look there',
  'services/consent/src/pages/my/ask-deliveries.ts':
    'asks scheduling as the citizen whose page it is: its answer is a look there',
  'services/consent/src/pages/my/ask-services.ts': 'asks the other services as the citizen whose page it is',
  'services/consent/src/restored/withdrawal-folder.ts':
    'the ledger of withdrawals: ids and times, outside the database',
  'services/consent/src/units/keycloak-directory.ts': 'asks Keycloak for units',
  'services/referral/src/webhooks/post-message.ts': {
    why: 'an id and a type to a unit’s own system: each attempt decided and logged by deliver-change.ts, which asks its lease right before the first byte',
    race: 'a webhook’s attempt',
  },
};

/**
 * The packages that shipped files import. Those that send reach the service's own database, the bus, or Keycloak; one
 * that mails, or asks an address that it is given, is no package to add here, but one for a file with a row above.
 */
export const packages: readonly string[] = [
  '@nats-io/jetstream',
  '@nats-io/transport-node',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/microservices',
  '@nestjs/platform-fastify',
  '@nestjs/swagger',
  '@opentelemetry/api',
  '@opentelemetry/sdk-trace',
  'd3-scale',
  'entities',
  'fastify',
  'ical-generator',
  'keycloak-connect',
  'openid-client',
  'pdfkit',
  'pg',
  'pino',
  'prom-client',
  'reflect-metadata',
  'rxjs',
  'temporal-polyfill',
  'typeorm',
  'uuid',
  'yaml',
  'zod',
];
