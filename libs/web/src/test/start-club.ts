import { platformTables, rolesOf, tenantTable } from '@helhed/database';
import { createServiceDatabase, startTestNats } from '@helhed/testing';
import { Module } from '@nestjs/common';
import pg from 'pg';
import type { RunningService, ServiceDefinition } from '../server/service-definition.js';
import { startService } from '../server/start-service.js';
import { Boat } from './boat.js';
import { BoatsController } from './boats.controller.js';
import { startTokenIssuer } from './token-issuer.js';

@Module({ controllers: [BoatsController] })
class ClubModule {}

export const club: ServiceDefinition = {
  name: 'referral',
  title: { da: 'Roklubben', en: 'The rowing club' },
  module: ClubModule,
  entities: [Boat],
  snapshotOf: async () => [],
  problems: { 'already-afloat': { title: { da: 'Båden er på vandet', en: 'The boat is afloat' } } },
};

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const boats = `id uuid NOT NULL, name text NOT NULL, seats integer NOT NULL, state text NOT NULL, version integer NOT NULL, PRIMARY KEY (municipality, id)`;

/** What the club needs around it. @param adminUrl of a PostgreSQL of the caller's own, when the test stops it */
export async function prepareClub(adminUrl?: string) {
  const database = await createServiceDatabase(club.name, adminUrl);
  const tables = [platformTables(club.name), tenantTable(rolesOf(club.name), { name: 'boat', columns: boats })];
  await asOwner(database.owner, tables.join(';'));
  const [tokens, nats] = [await startTokenIssuer(), await startTestNats()];
  const env = {
    DATABASE_URL: database.app,
    DATABASE_WORKER_URL: database.worker,
    NATS_URL: nats.url,
    NATS_USER: club.name,
    NATS_PASSWORD: nats.passwords[club.name] ?? '',
    KEYCLOAK_URL: tokens.url,
    OPERATOR_ISSUER: tokens.operatorIssuer,
    SERVICE_CLIENT_SECRET: 'none',
    DATA_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key(1) }, index: key(2) }),
    HELHED_DEMO: '1',
    LOG_LEVEL: 'silent',
  };
  return { database, tokens, nats, env, stop: () => Promise.all([tokens.stop(), nats.stop()]) };
}

/** @param changes to the club's settings */
export async function startClub(adminUrl?: string, changes: Record<string, string> = {}) {
  const around = await prepareClub(adminUrl);
  const service = await startService(club, { ...around.env, ...changes });
  const ask = asker(service, around.tokens.rower());
  const registration = { body: { issuer: around.tokens.issuer }, token: around.tokens.operator() };
  await ask('PUT', '/v1/operations/municipalities/0450', registration);
  const stop = async () => {
    await service.stop();
    await around.stop();
  };
  return { ...around, service, ask, stop };
}

export type Club = Awaited<ReturnType<typeof startClub>>;

export interface Asking {
  body?: unknown;
  headers?: Record<string, string>;
  token?: string | null;
}

export type Ask = (method: string, path: string, asking?: Asking) => Promise<Answer>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the answers of these tests may hold; undefined when the body is not JSON. */
  readonly json: {
    readonly id: string;
    readonly items: readonly { id: string }[];
    readonly next: string | null;
    readonly total: number;
    readonly type: string;
    readonly title: string;
    readonly instance: string;
    readonly errors: readonly { field: string; rule: string }[];
    readonly now: string;
  };
}

/** Asks as a rower unless told otherwise; a path is below the service's prefix. */
const asker =
  ({ url }: RunningService, rower: string): Ask =>
  async (method, path, { body, headers = {}, token = rower } = {}) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const init: RequestInit = { method, headers: { ...type, ...authorization, ...headers }, body: sent };
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) as Answer['json'] };
  };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
