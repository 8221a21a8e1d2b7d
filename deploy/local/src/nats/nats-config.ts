import { contexts } from '@helhed/contracts';
import { grantsOf, setUpGrants, setUpUser, type NatsGrants } from './nats-rights.js';

export interface NatsConfig {
  host: string;
  port: number;
  /** Monitoring over HTTP (`/healthz`, `/jsz`), on the same address. */
  monitorPort: number;
  storeDir: string;
  /** Password of each service's user and of `set-up`; a value such as `$REFERRAL_NATS_PASSWORD` is read from the environment. */
  passwords: Readonly<Record<string, string>>;
  /** `always` syncs before each acknowledgement, so that a power cut loses nothing that was acknowledged. */
  syncInterval?: string;
}

const list = (subjects: readonly string[]): string =>
  `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;
const secret = (value: string): string => (value.startsWith('$') ? value : JSON.stringify(value));

function user(name: string, password: string, grants: NatsGrants): string {
  return [
    `      {`,
    `        user: ${name}, password: ${secret(password)}`,
    `        permissions: {`,
    `          publish: ${list(grants.publish)}`,
    `          subscribe: ${list(grants.subscribe)}`,
    `        }`,
    `      }`,
  ].join('\n');
}

/** The NATS server's configuration: JetStream on disk, one account, a user with least rights per service and one that sets up. */
export function natsConfig(config: NatsConfig): string {
  const grants = { ...Object.fromEntries(contexts.map((name) => [name, grantsOf(name)])), [setUpUser]: setUpGrants() };
  const users = Object.entries(grants).map(([name, granted]) => {
    const password = config.passwords[name];
    if (!password) throw new Error(`NATS: the user of ${name} has no password`);
    return user(name, password, granted);
  });
  return `listen: ${JSON.stringify(`${config.host}:${config.port}`)}
http: ${JSON.stringify(`${config.host}:${config.monitorPort}`)}
server_name: helhed
max_payload: 1MB
jetstream {
  store_dir: ${JSON.stringify(config.storeDir)}
  sync_interval: ${config.syncInterval ?? 'always'}
}
accounts {
  HELHED {
    jetstream: enabled
    users: [
${users.join('\n')}
    ]
  }
}
`;
}
