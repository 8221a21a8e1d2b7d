import { TestAdmin, testMunicipality } from '@helhed/testing';

const password = 'correct horse battery';
const challenge = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };

describe('a municipality’s realm', () => {
  let admin: TestAdmin;

  beforeAll(async () => {
    admin = await TestAdmin.of((await testMunicipality()).realm);
  }, 180_000);

  const newUser = (username: string) =>
    admin.create('/users', { username, enabled: true, credentials: [{ type: 'password', value: password }] });
  const byPassword = (username: string, given = password, client_id = 'demo-cli') =>
    admin.ask({ grant_type: 'password', client_id, username, password: given, scope: 'openid' });

  /** Where the browser ends up when an application sends it to sign in. */
  const begin = async (client: string, redirect: string, more: Record<string, string>) => {
    const query = new URLSearchParams({
      client_id: client,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid',
      ...more,
    });
    const address = `${admin.url}/realms/${admin.realm}/protocol/openid-connect/auth?${query.toString()}`;
    const response = await fetch(address, { redirect: 'manual' });
    await response.body?.cancel();
    return {
      status: response.status,
      error: new URL(response.headers.get('location') ?? 'x:').searchParams.get('error'),
    };
  };

  it('gives a disabled user no further token, from that moment', async () => {
    const id = await newUser('frida');
    const { refresh_token } = (await byPassword('frida')).body as { refresh_token: string };
    await admin.call('PUT', `/users/${id}`, { enabled: false });
    const refresh = { grant_type: 'refresh_token', client_id: 'demo-cli', refresh_token };
    expect(await admin.ask(refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('takes a refresh token once', async () => {
    await newUser('gerda');
    const { refresh_token } = (await byPassword('gerda')).body as { refresh_token: string };
    const refresh = { grant_type: 'refresh_token', client_id: 'demo-cli', refresh_token };
    expect((await admin.ask(refresh)).status).toBe(200);
    expect((await admin.ask(refresh)).status).toBe(400);
  });

  it('locks a user out for a while after ten wrong passwords, also from the right one', async () => {
    const id = await newUser('hans');
    for (let attempt = 0; attempt < 10; attempt++) await byPassword('hans', `wrong ${attempt}`);
    expect((await byPassword('hans')).body).toMatchObject({ error: 'invalid_grant' });
    expect((await admin.call('GET', `/attack-detection/brute-force/users/${id}`)).body).toMatchObject({
      disabled: true,
    });
  });

  it('refuses passwords that are short or hold the user’s name', async () => {
    for (const value of ['short', 'my name is ida!']) {
      const user = { username: 'ida', enabled: true, credentials: [{ type: 'password', value }] };
      expect((await admin.call('POST', '/users', user)).status).toBe(400);
    }
  });

  it('takes passwords of people through demo-cli only, whatever a client asks for', async () => {
    await newUser('jens');
    await admin.create('/clients', { clientId: 'eager', publicClient: true, directAccessGrantsEnabled: true });
    expect((await byPassword('jens', password, 'eager')).status).not.toBe(200);
    expect((await byPassword('jens', password, 'admin-cli')).status).not.toBe(200);
    expect((await byPassword('jens')).status).toBe(200);
  });

  it('lets no client be made with a wildcard or an unprotected address to return to', async () => {
    for (const address of ['*', '/*', 'https://kommune.example/*', 'http://kommune.example/back', 'myapp://back']) {
      const client = { clientId: 'loose', publicClient: true, redirectUris: [address] };
      expect((await admin.call('POST', '/clients', client)).status).toBe(400);
    }
  });

  it('returns to the exact address, with PKCE S256 only', async () => {
    const back = 'https://kommune.example/back';
    await admin.create('/clients', { clientId: 'pages', publicClient: false, redirectUris: [back] });
    expect(await begin('pages', back, challenge)).toEqual({ status: 200, error: null });
    expect((await begin('pages', back, {})).error).toBe('invalid_request');
    expect((await begin('pages', back, { ...challenge, code_challenge_method: 'plain' })).error).toBe(
      'invalid_request',
    );
    expect((await begin('pages', `${back}/further`, challenge)).status).toBe(400);
  });

  it('lets nobody give a function to themselves', async () => {
    const id = await newUser('karen');
    const { access_token: token } = (await byPassword('karen')).body as { access_token: string };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ username: 'karen', attributes: { functions: ['visitation:triager'] } });
    await fetch(`${admin.url}/realms/${admin.realm}/account/`, { method: 'POST', headers, body });
    expect((await admin.call('GET', `/users/${id}`)).body).not.toHaveProperty('attributes.functions');
  });

  it('gives tokens five minutes at most, and keeps events in its database', async () => {
    expect((await admin.call('GET', '')).body).toMatchObject({
      accessTokenLifespan: 290,
      sslRequired: 'external',
      bruteForceProtected: true,
      registrationAllowed: false,
      eventsEnabled: true,
      adminEventsEnabled: true,
      eventsListeners: [],
    });
  });
});
