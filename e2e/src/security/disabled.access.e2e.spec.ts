import { connectAdmin, createUser, newPassword } from '@helhed/local';
import { testMunicipality, testServers, type TestMunicipality } from '@helhed/testing';

interface Tokens {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly error?: string;
}

/** A-SYS-05: what is taken away is not given anew, from that moment. */
describe('a person whose account is closed', () => {
  const password = newPassword();
  let municipality: TestMunicipality;
  let ask: (form: Record<string, string>) => Promise<Tokens>;
  beforeAll(async () => {
    municipality = await testMunicipality();
    const { url } = await testServers().keycloak();
    ask = async (form) => {
      const body = new URLSearchParams({ client_id: 'demo-cli', ...form });
      const address = `${url}/realms/${municipality.realm}/protocol/openid-connect/token`;
      return (await (await fetch(address, { method: 'POST', body })).json()) as Tokens;
    };
  }, 180_000);

  const signIn = (username: string) => ask({ grant_type: 'password', username, password, scope: 'openid' });
  const refresh = ({ refresh_token: token = '' }: Tokens) => ask({ grant_type: 'refresh_token', refresh_token: token });
  const made = async (username: string) => {
    const { url, admin: credentials } = await testServers().keycloak();
    const admin = await connectAdmin({ url, ...credentials });
    const plan = { username, password, firstName: 'Person', lastName: 'Prøve', functions: ['visitation:triager'] };
    return { admin, id: await createUser(admin, municipality.code, plan) };
  };

  it('is given no token, neither a new one nor one for an old', async () => {
    const { admin, id } = await made('lukket');
    const before = await signIn('lukket');
    expect(await refresh(before)).toHaveProperty('access_token');
    await admin.users.update({ realm: municipality.realm, id }, { username: 'lukket', enabled: false });
    expect(await refresh(before)).toMatchObject({ error: 'invalid_grant' });
    expect(await signIn('lukket')).toMatchObject({ error: 'invalid_grant' });
  });

  it('or who lost a function, is given tokens without it', async () => {
    const { admin } = await made('flyttet');
    const before = await signIn('flyttet');
    await createUser(admin, municipality.code, {
      username: 'flyttet',
      firstName: 'Person',
      lastName: 'Prøve',
      functions: [],
    });
    const { access_token: token = '' } = await refresh(before);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      functions?: string[];
    };
    expect(claims.functions ?? []).toEqual([]);
  });
});
