import { NoToken } from './errors.js';
import { Helhed } from './helhed.js';
import { json, ScriptedServer } from './test/scripted-server.js';
import { personToken, systemToken } from './tokens.js';

describe('tokens', () => {
  const server = new ScriptedServer();
  const client = { issuer: '', clientId: 'dagtilbud-system', clientSecret: 'geheim' };
  beforeAll(async () => (client.issuer = `${await server.start()}/auth/realms/kommune-0450`));
  afterAll(() => server.stop());
  const gives = (token: string, seconds = 300) => json(200, { access_token: token, expires_in: seconds });
  const forms = () => server.heard.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

  it('the system’s own is fetched once by all who need it at once, and kept while it lasts', async () => {
    server.answers(gives('a'), gives('b'));
    const token = systemToken(client);
    expect(await Promise.all([token(), token(), token()])).toEqual(['a', 'a', 'a']);
    expect([await token(), await token(true), await token()]).toEqual(['a', 'b', 'b']);
    const form = { grant_type: 'client_credentials', client_id: 'dagtilbud-system', client_secret: 'geheim' };
    expect(forms()).toEqual([form, form]);
    expect(server.heard[0]?.path).toBe('/auth/realms/kommune-0450/protocol/openid-connect/token');
  });

  it('is fetched anew before it expires, and after a failure', async () => {
    server.answers(gives('short', 1), gives('next', 1), json(503, {}, { 'retry-after': '0' }), gives('later'));
    const token = systemToken(client);
    expect(await token()).toBe('short');
    await new Promise((resolve) => setTimeout(resolve, 850));
    expect(await token()).toBe('next');
    expect(await token(true)).toBe('later');
  });

  it('says which client Keycloak refuses, and not by what secret', async () => {
    const refusal = json(401, { error: 'invalid_client', error_description: 'geheim is wrong' });
    server.answers(refusal, gives('a'));
    const token = systemToken(client);
    const error = await new Helhed({ url: 'http://127.0.0.1:1', token })
      .get('/referral/v1/programmes')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoToken);
    expect((error as NoToken).message).toBe('Keycloak gave dagtilbud-system no token: 401 invalid_client');
    expect(await token()).toBe('a');
  });

  it('a command that no token came for was not sent, and says so', async () => {
    const patience = { patienceMs: 50, timeoutMs: 50, firstWaitMs: 5, longestWaitMs: 5 };
    const token = systemToken({ ...client, issuer: 'http://127.0.0.1:1/auth/realms/kommune-0450', patience });
    server.answers();
    const helhed = new Helhed({ ...patience, url: new URL(client.issuer).origin, token });
    const added = helhed.post('/scheduling/v1/rooms', { body: { name: 'Stue 1', unit: 'familiestuen' } });
    await expect(added).rejects.toMatchObject({
      name: 'NoAnswer',
      operation: 'POST /scheduling/v1/rooms',
      mayBeDone: false,
    });
    expect(server.heard).toEqual([]);
  });

  it('a person’s is exchanged, once for each that she signs in with', async () => {
    server.answers(gives('x'), gives('y'));
    let hers = 'signed-in';
    const token = personToken(client, () => hers);
    expect([await token(), await token()]).toEqual(['x', 'x']);
    hers = 'signed-in-again';
    expect(await token()).toBe('y');
    expect(forms()).toEqual(
      ['signed-in', 'signed-in-again'].map((subject) => ({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: subject,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        client_id: 'dagtilbud-system',
        client_secret: 'geheim',
      })),
    );
  });
});
