import { connectAdmin } from '@helhed/local';
import { testServers, type TestMunicipality } from '@helhed/testing';

const secret = 'y'.repeat(40);

/** What an administrator of one municipality can make its own Keycloak sign, and no service may believe. */
export async function misledRealm({ realm, code }: TestMunicipality): Promise<Record<string, string>> {
  const { url, admin: credentials } = await testServers().keycloak();
  const admin = await connectAdmin({ url, ...credentials });
  const other = code === '9999' ? '9998' : '9999';

  /** A client's own token with a claim that its administrator wrote; undefined where the realm's own claim won over it. */
  const attempt = async (
    clientId: string,
    claim: string,
    value: string,
    jsonType: string,
  ): Promise<string | undefined> => {
    const mapper = {
      name: `hard-coded ${claim}`,
      protocol: 'openid-connect',
      protocolMapper: 'oidc-hardcoded-claim-mapper',
      config: {
        'claim.name': claim,
        'claim.value': value,
        'jsonType.label': jsonType,
        'access.token.claim': 'true',
      },
    };
    await admin.clients.create({
      realm,
      clientId,
      secret,
      publicClient: false,
      serviceAccountsEnabled: true,
      standardFlowEnabled: false,
      protocolMappers: [mapper],
    });
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
    const address = `${url}/realms/${realm}/protocol/openid-connect/token`;
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    return String(claims[claim]) === value ? token : undefined;
  };
  /**
   * Of two mappers for one claim Keycloak takes now this one, now that: a forgery that it did not let through proves nothing.
   * In some realms it seldom takes the other, so it is tried often.
   */
  const claiming = async (clientId: string, claim: string, value: string, jsonType = 'String'): Promise<string> => {
    for (let tries = 0; tries < 200; tries++) {
      const token = await attempt(`${clientId}-${tries}`, claim, value, jsonType);
      if (token) return token;
    }
    throw new Error(`Keycloak signed no ${claim} but its own`);
  };
  return {
    'of a municipality that calls itself operator': await claiming('as-operator', 'operator', 'true', 'boolean'),
    'of a municipality that calls itself another': await claiming('as-other', 'municipality', other),
    'of a client that calls itself a service': await claiming('as-service', 'client_id', 'family-plan'),
  };
}
