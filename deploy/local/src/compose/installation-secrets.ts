import { contexts, type Context } from '@helhed/contracts';
import { setUpUser } from '../nats/nats-rights.js';
import { newDataKeys, newPassword, newRolePasswords, perService } from '../platform/new-secrets.js';
import { databaseAddresses, type RolePasswords } from '../postgres/service-database.js';

/** Everything secret in an installation under Docker Compose; made once, kept by operations. */
export interface InstallationSecrets {
  readonly postgres: string;
  readonly keycloakDatabase: string;
  readonly keycloakAdmin: string;
  readonly operator: string;
  readonly roles: Readonly<Record<Context, RolePasswords>>;
  readonly nats: Readonly<Record<Context | typeof setUpUser, string>>;
  readonly clients: Readonly<Record<Context, string>>;
  readonly dataKeys: Readonly<Record<Context, string>>;
}

export const newInstallationSecrets = (): InstallationSecrets => ({
  postgres: newPassword(),
  keycloakDatabase: newPassword(),
  keycloakAdmin: newPassword(),
  operator: newPassword(),
  roles: perService(newRolePasswords),
  nats: { ...perService(newPassword), [setUpUser]: newPassword() },
  clients: perService(newPassword),
  dataKeys: perService(newDataKeys),
});

export const adminUrl = (secrets: InstallationSecrets, host = 'postgres'): string =>
  `postgres://postgres:${secrets.postgres}@${host}:5432/postgres`;

/** The files that deploy/observability.yml mounts. They open no data, and are added to an installation made without them. */
export const observabilityFiles = (): Record<string, string> => ({
  'metrics-token': newPassword(),
  'grafana-admin': newPassword(),
});

/** The files that docker-compose.yml mounts: one value each, so that a container sees its own and no other's. */
export function secretFiles(secrets: InstallationSecrets): Record<string, string> {
  const files: Record<string, string> = {
    'installation.json': JSON.stringify(secrets, null, 2),
    'postgres-password': secrets.postgres,
    'keycloak-database': secrets.keycloakDatabase,
    'keycloak-admin': secrets.keycloakAdmin,
    'credentials.json': JSON.stringify(
      {
        keycloak: { username: 'admin', password: secrets.keycloakAdmin },
        operatorSecret: secrets.operator,
        serviceSecrets: secrets.clients,
      },
      null,
      2,
    ),
  };
  files[`nats-${setUpUser}`] = secrets.nats[setUpUser];
  for (const service of contexts) {
    const at = databaseAddresses(adminUrl(secrets), service, secrets.roles[service]);
    files[`${service}-database`] = at.app;
    files[`${service}-worker`] = at.worker;
    files[`nats-${service}`] = secrets.nats[service];
    files[`${service}-client`] = secrets.clients[service];
    files[`${service}-keys`] = secrets.dataKeys[service];
  }
  return files;
}
