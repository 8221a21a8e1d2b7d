import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { connectAdmin } from '@helhed/local';
import { testServers, type TestMunicipality } from '@helhed/testing';

type Form = Record<string, string>;
type Tokens = Record<'access_token' | 'id_token' | 'refresh_token', string>;

const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** Tokens that are not good enough, each made from what the real Keycloak of a municipality gives. */
export async function forgedTokens({ realm }: TestMunicipality, good: string): Promise<Record<string, string>> {
  const { url, admin: credentials } = await testServers().keycloak();
  const admin = await connectAdmin({ url, ...credentials });
  const secret = 'x'.repeat(40);

  const ask = async (form: Form): Promise<Tokens> => {
    const body = new URLSearchParams(form);
    return (
      await fetch(`${url}/realms/${realm}/protocol/openid-connect/token`, { method: 'POST', body })
    ).json() as Promise<Tokens>;
  };
  /** A token of a client that somebody set up badly. */
  const ofClient = async (clientId: string, change: object = {}, without: readonly string[] = []): Promise<string> => {
    const system = { clientId, secret, publicClient: false, serviceAccountsEnabled: true, standardFlowEnabled: false };
    const { id } = await admin.clients.create({ realm, ...system, ...change });
    for (const name of without) {
      const scope = await admin.clientScopes.findOneByName({ realm, name });
      await admin.clients.delDefaultClientScope({ realm, id, clientScopeId: scope?.id ?? '' });
    }
    return (await ask({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret })).access_token;
  };
  const password = 'correct horse battery';
  await admin.users.create({
    realm,
    username: 'mona',
    enabled: true,
    credentials: [{ type: 'password', value: password }],
  });
  const signedIn = await ask({
    grant_type: 'password',
    client_id: 'demo-cli',
    username: 'mona',
    password,
    scope: 'openid',
  });
  const expired = await ofClient('short-lived', { attributes: { 'access.token.lifespan': '1' } });

  const [head = '', body = '', signature = ''] = good.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
  const hmac = part({ ...header, alg: 'HS256' });
  const pem = await publicKey(`${url}/realms/${realm}/protocol/openid-connect/certs`, header.kid);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return {
    'for another audience': await ofClient('no-scope', {}, ['helhed']),
    'for no audience at all': await ofClient('no-audience', {}, ['helhed', 'roles']),
    'an ID token': signedIn.id_token,
    'a refresh token': signedIn.refresh_token,
    'one that has expired': expired,
    'one that lives too long': await ofClient('long-lived', { attributes: { 'access.token.lifespan': '3600' } }),
    'other claims under the same signature': `${head}.${part({ ...claims, functions: ['visitation:triager'] })}.${signature}`,
    'algorithm none': `${part({ ...header, alg: 'none' })}.${body}.`,
    'HS256 keyed by the public key': `${hmac}.${body}.${createHmac('sha256', pem).update(`${hmac}.${body}`).digest('base64url')}`,
    'no token': 'nonsense',
  };
}

async function publicKey(certificates: string, kid: string): Promise<string | Buffer> {
  const { keys } = (await (await fetch(certificates)).json()) as { keys: (JsonWebKey & { kid: string })[] };
  const key = keys.find((each) => each.kid === kid) ?? {};
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
}
