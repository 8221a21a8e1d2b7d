import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { freePort, natsConfig, setUpNats, setUpUser } from '@helhed/local';
import { getContainerRuntimeClient, Wait, type StartedTestContainer } from 'testcontainers';
import { natsPasswords } from './nats-passwords.js';
import { ownContainer } from './own-container.js';
import { runFolder } from './run-folder.js';
import type { TestKeycloak, TestNats, TestPostgres, TestServer } from './test-server.js';

/** The images of docker-compose.yml. Host ports are fixed, so that a restarted server has its old address. */
const images = { postgres: 'postgres:18', nats: 'nats:2.12-alpine', keycloak: 'quay.io/keycloak/keycloak:26.7' };

export async function containerPostgres(): Promise<TestPostgres> {
  const [port, password, dataDir] = [await freePort(), randomBytes(12).toString('hex'), mountable('postgres')];
  const container = await ownContainer(images.postgres)
    .withEnvironment({
      POSTGRES_PASSWORD: password,
      PGDATA: '/var/lib/postgresql/data',
      POSTGRES_INITDB_ARGS: '--locale=C --encoding=UTF8',
    })
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=300'])
    .withBindMounts([{ source: dataDir, target: '/var/lib/postgresql/data' }])
    .withExposedPorts({ container: 5432, host: port })
    // Over TCP: the server of the init phase listens on the socket only.
    .withHealthCheck({ test: ['CMD-SHELL', 'pg_isready -q -h 127.0.0.1'], interval: 250, timeout: 3_000, retries: 400 })
    .withWaitStrategy(Wait.forHealthCheck())
    .start();
  return {
    port,
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    dataDir,
    ...restartable(container, dataDir),
  };
}

export async function containerNats(options: { syncInterval?: string } = {}): Promise<TestNats> {
  const [port, monitorPort, storeDir, passwords] = [
    await freePort(),
    await freePort(),
    mountable('nats'),
    natsPasswords(),
  ];
  const config = natsConfig({
    host: '0.0.0.0',
    port: 4222,
    monitorPort: 8222,
    storeDir: '/data',
    passwords,
    ...options,
  });
  const container = await ownContainer(images.nats)
    .withCopyContentToContainer([{ content: config, target: '/etc/nats/helhed.conf' }])
    .withCommand(['nats-server', '-c', '/etc/nats/helhed.conf'])
    .withBindMounts([{ source: storeDir, target: '/data' }])
    .withExposedPorts({ container: 4222, host: port }, { container: 8222, host: monitorPort })
    .withWaitStrategy(Wait.forHttp('/healthz', 8222))
    .start();
  const monitorUrl = `http://127.0.0.1:${monitorPort}`;
  const url = `nats://127.0.0.1:${port}`;
  const setUp = () => setUpNats({ url, password: passwords[setUpUser] ?? '' });
  await setUp();
  const server = restartable(container, storeDir);
  const start = async () => {
    await server.start();
    await untilAnswers(`${monitorUrl}/healthz`);
    await setUp();
  };
  return { port, url, monitorUrl, storeDir, passwords, ...server, start };
}

export async function containerKeycloak(): Promise<TestKeycloak> {
  const port = await freePort();
  const admin = { username: 'admin', password: randomBytes(12).toString('hex') };
  const url = `http://127.0.0.1:${port}/auth`;
  const container = await ownContainer(images.keycloak)
    .withEnvironment({ KC_BOOTSTRAP_ADMIN_USERNAME: admin.username, KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password })
    .withCommand([
      'start',
      '--db=dev-file',
      '--cache=local',
      '--http-enabled=true',
      '--http-relative-path=/auth',
      '--health-enabled=true',
      `--hostname=${url}`,
    ])
    .withExposedPorts({ container: 8080, host: port }, 9000)
    .withWaitStrategy(Wait.forHttp('/auth/health/ready', 9000))
    .withStartupTimeout(180_000)
    .start();
  return { port, url, admin, ...restartable(container) };
}

async function untilAnswers(url: string): Promise<void> {
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const end = Date.now() + 20_000; !(await answers()) && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

function mountable(name: string): string {
  const folder = runFolder(name);
  // The server inside runs as a user of its own.
  chmodSync(folder, 0o777);
  return folder;
}

function restartable(container: StartedTestContainer, dataDir?: string): TestServer {
  // Testcontainers' own stop() works once only, and not after a restart.
  const engine = async () => (await getContainerRuntimeClient()).container.dockerode.getContainer(container.getId());
  return {
    async kill() {
      await (await engine()).kill();
    },
    async start() {
      await container.restart();
    },
    async stop() {
      await (await engine()).remove({ force: true, v: true });
      if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
