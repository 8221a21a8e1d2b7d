import { readFileSync } from 'node:fs';
import { contexts } from '@helhed/contracts';
import pg from 'pg';
import { connectAdmin } from '../keycloak/connect-admin.js';
import { ensureOperatorRealm } from '../keycloak/ensure-operator-realm.js';
import { setUpNats } from '../nats/set-up-nats.js';
import { serviceFile } from '../platform/repository.js';
import { withClient } from '../postgres/psql-script.js';
import { createServiceDatabase, createServiceRoles } from '../postgres/service-database.js';
import { runTool } from '../servers/run-tool.js';
import { adminUrl, type InstallationSecrets } from './installation-secrets.js';

/**
 * The set-up containers of docker-compose.yml: `databases` before Keycloak and the services, `keycloak` between them, once;
 * `nats` beside them, again and again, since a bus that has lost its store needs its streams at once.
 */
const readSecrets = () => JSON.parse(readFileSync('/run/secrets/installation', 'utf8')) as InstallationSecrets;

async function databases(): Promise<void> {
  const secrets = readSecrets();
  await withClient(adminUrl(secrets), async (client) => {
    const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'keycloak'`);
    if (rowCount === 0) await client.query('CREATE ROLE keycloak LOGIN');
    await client.query(`ALTER ROLE keycloak PASSWORD ${pg.escapeLiteral(secrets.keycloakDatabase)}`);
    const made = await client.query(`SELECT FROM pg_database WHERE datname = 'keycloak'`);
    if (made.rowCount === 0) await client.query('CREATE DATABASE keycloak OWNER keycloak');
  });
  for (const service of contexts) {
    await createServiceRoles(adminUrl(secrets), service, secrets.roles[service]);
    const { owner } = await createServiceDatabase(adminUrl(secrets), service, secrets.roles[service]);
    await runTool(process.execPath, [serviceFile(service, 'migrate')], {
      env: { ...process.env, DATABASE_OWNER_URL: owner },
    });
    console.log(`${service}: roles, database and migrations`);
  }
}

async function keycloak(): Promise<void> {
  const secrets = readSecrets();
  const url = process.env['KEYCLOAK_URL'] ?? '';
  const admin = await connectAdmin({ url, username: 'admin', password: secrets.keycloakAdmin });
  const { issuer } = await ensureOperatorRealm(admin, {
    secret: secrets.operator,
    publicUrl: process.env['KEYCLOAK_PUBLIC_URL'] ?? url,
  });
  console.log(`operators: ${issuer}`);
}

const everyMs = 5_000;

async function nats(): Promise<never> {
  const place = {
    url: process.env['NATS_URL'] ?? '',
    password: readFileSync('/run/secrets/nats-set-up', 'utf8').trim(),
  };
  for (;;) {
    await setUpNats(place).catch((error: unknown) => console.error(`NATS: ${String(error)}`));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

const parts: Record<string, () => Promise<void>> = { databases, keycloak, nats };
await parts[process.argv[2] ?? '']?.();
