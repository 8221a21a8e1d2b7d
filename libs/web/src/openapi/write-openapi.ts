import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildApp } from '../server/build-app.js';
import { platformOf } from '../server/platform.js';
import type { ServiceDefinition } from '../server/service-definition.js';

const nowhere = 'http://127.0.0.1:1';
const noKey = Buffer.alloc(32).toString('base64');

/** Settings of a service that is only described: nothing is connected to. */
const described = {
  PORT: 0,
  HOST: '127.0.0.1',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
  DATABASE_WORKER_URL: 'postgres://127.0.0.1:1/none',
  DATABASE_POOL: 1,
  NATS_URL: '127.0.0.1:1',
  KEYCLOAK_URL: nowhere,
  KEYCLOAK_PUBLIC_URL: nowhere,
  OPERATOR_ISSUER: nowhere,
  SERVICE_CLIENT_SECRET: 'none',
  DATA_KEYS: { current: 'none', keys: { none: noKey }, index: noKey },
  HELHED_DEMO: true,
};

/** The service's OpenAPI document, without starting anything. */
export async function describeService(definition: ServiceDefinition): Promise<object> {
  const platform = platformOf(definition, described);
  const app = await buildApp(definition, platform, {});
  try {
    return platform.openApi.document;
  } finally {
    await app.close();
    await platform.workers.close();
  }
}

/** Writes it to a file, as CI compares it. */
export async function writeOpenApi(definition: ServiceDefinition, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(await describeService(definition), null, 2)}\n`);
}
