import {
  connectAdmin,
  ensureOperatorRealm,
  keepFresh,
  newPassword,
  operatorClient,
  operatorRealm,
  tokenForClient,
} from '@helhed/local';
import { testServers, type SharedKeycloak } from '../servers/test-servers.js';

export interface TestOperator {
  readonly issuer: string;
  readonly token: () => Promise<string>;
}

/** The platform's operator: registers municipalities, moves clocks, replays dead letters. */
export async function testOperator(keycloak?: SharedKeycloak): Promise<TestOperator> {
  const { url, admin, operatorIssuer } = keycloak ?? (await testServers().keycloak());
  const secret = operatorSecret(url);
  const issuer =
    operatorIssuer ?? (await ensureOperatorRealm(await connectAdmin({ url, ...admin }), { secret })).issuer;
  return { issuer, token: keepFresh(() => tokenForClient(url, operatorRealm, operatorClient, secret)) };
}

// Workers share one Keycloak and with it the operator's client: they must agree on its secret.
const operatorSecret = (url: string): string =>
  process.env['HELHED_TEST_OPERATOR_SECRET'] ?? (ownSecrets[url] ??= newPassword());
const ownSecrets: Record<string, string> = {};
