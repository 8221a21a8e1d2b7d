import {
  connectAdmin,
  ensureOperatorRealm,
  keepFresh,
  newPassword,
  operatorClient,
  operatorRealm,
  tokenForClient,
} from '@helhed/local';
import { testServers } from '../servers/test-servers.js';

export interface TestOperator {
  readonly issuer: string;
  readonly token: () => Promise<string>;
}

/** The platform's operator: registers municipalities, moves clocks, replays dead letters. */
export async function testOperator(keycloak?: {
  url: string;
  admin: { username: string; password: string };
}): Promise<TestOperator> {
  const { url, admin } = keycloak ?? (await testServers().keycloak());
  const secret = operatorSecret(url);
  const { issuer } = await ensureOperatorRealm(await connectAdmin({ url, ...admin }), { secret });
  return { issuer, token: keepFresh(() => tokenForClient(url, operatorRealm, operatorClient, secret)) };
}

// Workers share one Keycloak and with it the operator's client: they must agree on its secret.
const operatorSecret = (url: string): string =>
  process.env['HELHED_TEST_OPERATOR_SECRET'] ?? (ownSecrets[url] ??= newPassword());
const ownSecrets: Record<string, string> = {};
