import { claims, contexts, type Context } from '@helhed/contracts';
import type { ServiceDatabase } from '../postgres/service-database.js';

/** Everything that the five services of one installation are told, once for all of them. */
export interface Installation {
  readonly databases: Readonly<Record<Context, Pick<ServiceDatabase, 'owner' | 'app' | 'worker'>>>;
  readonly nats: { readonly url: string; readonly passwords: Readonly<Record<string, string>> };
  /** `url` is what services call, `publicUrl` what tokens name; both with `/auth`. */
  readonly keycloak: { readonly url: string; readonly publicUrl: string };
  readonly operatorIssuer: string;
  /** Secret of each service's own client, the same in every municipality's realm. */
  readonly clientSecrets: Readonly<Record<Context, string>>;
  /** JSON as DATA_KEYS wants it, per service. */
  readonly dataKeys: Readonly<Record<Context, string>>;
  /** Base at which each service is reached, without its own path: `http://127.0.0.1:4001`. */
  readonly serviceUrls: Readonly<Record<Context, string>>;
  /** Where browsers reach the pages. */
  readonly pagesUrl: string;
  /** Lets an operator's command move a municipality's clock; never in production. */
  readonly demo: boolean;
  readonly logLevel?: string;
}

const variable = (service: Context): string => service.replaceAll('-', '_').toUpperCase();

/** The environment of one process of one service. */
export function serviceEnvironment(
  installation: Installation,
  service: Context,
  process: { port: number; instance: string },
): Record<string, string> {
  const { databases, nats, keycloak, operatorIssuer, clientSecrets, dataKeys, serviceUrls, pagesUrl, demo, logLevel } =
    installation;
  const owners = claims.filter(({ consumer }) => consumer === service).map(({ owner }) => owner);
  // the family's page asks every service what it holds; the others take their leases of consent
  const asked = new Set<Context>(service === 'consent' ? contexts : [...owners, 'consent']);
  const addresses = [...asked].map((each): [string, string] => [`${variable(each)}_URL`, serviceUrls[each]]);
  return {
    ...Object.fromEntries(addresses),
    ...(service === 'consent' ? { PAGES_URL: pagesUrl } : {}),
    PORT: String(process.port),
    INSTANCE: process.instance,
    DATABASE_URL: databases[service].app,
    DATABASE_WORKER_URL: databases[service].worker,
    NATS_URL: nats.url,
    NATS_USER: service,
    NATS_PASSWORD: nats.passwords[service] ?? '',
    KEYCLOAK_URL: keycloak.url,
    OPERATOR_ISSUER: operatorIssuer,
    SERVICE_CLIENT_SECRET: clientSecrets[service],
    DATA_KEYS: dataKeys[service],
    HELHED_DEMO: demo ? '1' : '0',
    LOG_LEVEL: logLevel ?? 'info',
  };
}

/** Only the migrations know the owner role's address. */
export const migrationEnvironment = (installation: Installation, service: Context): Record<string, string> => ({
  DATABASE_OWNER_URL: installation.databases[service].owner,
});
