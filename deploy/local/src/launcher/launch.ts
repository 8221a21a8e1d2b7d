import { contexts } from '@helhed/contracts';
import { demoMunicipalities } from '../demo/people.js';
import { standardRoutes, startEdge, type RunningEdge } from '../edge/start-edge.js';
import { startKeycloak } from '../keycloak/start-keycloak.js';
import { issuerOf, operatorRealm } from '../keycloak/realm-names.js';
import { startNats } from '../nats/start-nats.js';
import { perService } from '../platform/new-secrets.js';
import { runService } from '../platform/run-service.js';
import type { Installation } from '../platform/service-environment.js';
import { startPostgres } from '../postgres/start-postgres.js';
import { dataFile, writeJson } from './data-folder.js';
import { databasesOf, prepareDatabases } from './databases.js';
import type { PortPlan } from './port-plan.js';
import { installationSecrets } from './secrets.js';
import type { Supervisor } from './supervisor.js';
import { progress } from './words.js';

export interface Launched {
  readonly edge: RunningEdge;
  readonly installation: Installation;
}

/** Starts the servers and the services, as much at once as their needs of each other allow. */
export async function launch(supervisor: Supervisor, ports: PortPlan): Promise<Launched> {
  const secrets = installationSecrets();
  const local = (port: number): string => `http://127.0.0.1:${port}`;
  const url = local(ports.edge);
  const keycloak = { url: `${local(ports.keycloak)}/auth`, publicUrl: `${url}/auth` };
  const postgresAdmin = `postgres://postgres:${secrets.postgres}@127.0.0.1:${ports.postgres}/postgres`;
  const installation: Installation = {
    databases: databasesOf(postgresAdmin, secrets),
    nats: { url: `nats://127.0.0.1:${ports.nats}`, passwords: secrets.nats },
    keycloak,
    operatorIssuer: issuerOf(keycloak.publicUrl, operatorRealm),
    clientSecrets: secrets.clients,
    dataKeys: secrets.dataKeys,
    serviceUrls: perService((service) => local(ports[service])),
    pagesUrl: url,
    demo: true,
  };
  writeOperatorCredentials(url, keycloak.publicUrl);

  const identities = supervisor.run('keycloak', () =>
    startKeycloak({
      dataDir: dataFile('keycloak'),
      port: ports.keycloak,
      managementPort: ports.keycloakManagement,
      publicUrl: keycloak.publicUrl,
      admin: { username: 'admin', password: secrets.keycloakAdmin },
      progress: (step) => progress(`Keycloak: ${step}`, `Keycloak: ${step}`),
    }),
  );
  const bus = supervisor.run('nats', () =>
    startNats({ dataDir: dataFile('nats'), port: ports.nats, monitorPort: ports.natsMonitor, passwords: secrets.nats }),
  );
  const databases = supervisor
    .run('postgres', () =>
      startPostgres({ dataDir: dataFile('postgres'), port: ports.postgres, password: secrets.postgres }),
    )
    .then(() => prepareDatabases(postgresAdmin, secrets, installation));
  const told = [
    identities.then(() => progress('Keycloak svarer', 'Keycloak answers')),
    bus.then(() => progress('NATS svarer', 'NATS answers')),
    databases.then(() =>
      progress('PostgreSQL svarer, databaserne er klar', 'PostgreSQL answers, the databases are ready'),
    ),
  ];
  // Where one fails, the others' failures while everything is being stopped are no news.
  for (const each of [identities, ...told]) each.catch(() => undefined);
  await Promise.all([databases, bus]);
  const services = contexts.map((service) =>
    supervisor
      .run(service, () =>
        runService(installation, {
          service,
          instance: service,
          port: ports[service],
          dataDir: dataFile('services'),
          // a department's system on this machine may be told by webhook, as the story's is
          env: { WEBHOOK_NETWORKS: '127.0.0.0/8' },
        }),
      )
      .then(() => progress(`${service} er klar`, `${service} is ready`)),
  );
  for (const each of services) each.catch(() => undefined);
  const routes = Object.fromEntries(contexts.map((service) => [`/${service}`, [local(ports[service])]]));
  const edge = await startEdge({
    port: ports.edge,
    demo: demoMunicipalities,
    routes: { ...routes, ...standardRoutes([local(ports.consent)]), '/auth': [local(ports.keycloak)] },
  });
  await Promise.all([...told, ...services]);
  return { edge, installation };
}

/** For `npm run municipality` and for stories, which make municipalities of their own. */
function writeOperatorCredentials(target: string, keycloakUrl: string): void {
  const { keycloakAdmin, operator, clients } = installationSecrets();
  writeJson(dataFile('credentials.json'), {
    target,
    keycloak: { url: keycloakUrl, username: 'admin', password: keycloakAdmin },
    operatorSecret: operator,
    serviceSecrets: clients,
  });
}
