import { stopTestServers } from '../servers/test-servers.js';

export default async function globalTeardown(): Promise<void> {
  await stopTestServers();
}
