import { municipalityCode } from '@helhed/kernel';
import { TestAdmin, testMunicipality } from '@helhed/testing';
import type { Actor } from '../actor/actor.js';
import { AllowedIssuers } from '../tokens/allowed-issuers.js';
import { TokenVerifier } from '../tokens/token-verifier.js';

const password = 'correct horse battery';

describe('what an administrator makes with plain calls of the admin API works at once', () => {
  let admin: TestAdmin;
  let verifier: TokenVerifier;
  let unit: string;
  let head: string;
  let user: string;

  beforeAll(async () => {
    const { realm, issuer, code } = await testMunicipality();
    admin = await TestAdmin.of(realm);
    const list = [{ code: municipalityCode(code), issuer }];
    verifier = new TokenVerifier(new AllowedIssuers(async () => list), admin.url);
    unit = await admin.create('/groups', { name: 'Børnehuset Månen', attributes: { unit: ['db-maanen'] } });
    head = await admin.create(`/groups/${unit}/children`, {
      name: 'Ledelse',
      attributes: { functions: ['db-maanen:head'] },
    });
    user = await admin.create('/users', {
      username: 'ellen',
      enabled: true,
      credentials: [{ type: 'password', value: password }],
    });
    await admin.call('PUT', `/users/${user}/groups/${head}`);
  }, 180_000);

  const signIn = async (): Promise<Actor> => {
    const form = { grant_type: 'password', client_id: 'demo-cli', username: 'ellen', password };
    return verifier.verify((await admin.tokens(form)).access_token);
  };

  it('a unit, a function in it and a user who holds it', async () => {
    expect(await signIn()).toMatchObject({ kind: 'person', unit: 'db-maanen', function: 'head' });
  });

  it('a client with nothing but a secret and a service account', async () => {
    const secret = 'x'.repeat(32);
    const id = await admin.create('/clients', {
      clientId: 'skolesystem',
      publicClient: false,
      secret,
      serviceAccountsEnabled: true,
    });
    const account = (await admin.call('GET', `/clients/${id}/service-account-user`)).body as { id: string };
    await admin.call('PUT', `/users/${account.id}/groups/${head}`);
    const { access_token: token } = await admin.tokens({
      grant_type: 'client_credentials',
      client_id: 'skolesystem',
      client_secret: secret,
    });
    expect(await verifier.verify(token)).toMatchObject({
      kind: 'system',
      azp: 'skolesystem',
      unit: 'db-maanen',
      function: 'head',
    });
  });

  it('and a unit keeps its code when its group is renamed or moved', async () => {
    const region = await admin.create('/groups', { name: 'Område Øst', attributes: { unit: ['omraade-oest'] } });
    await admin.call('PUT', `/groups/${unit}`, { name: 'Børnehuset Fuldmånen', attributes: { unit: ['db-maanen'] } });
    await admin.call('POST', `/groups/${region}/children`, { id: unit, name: 'Børnehuset Fuldmånen' });
    expect(await signIn()).toMatchObject({ unit: 'db-maanen', function: 'head' });
  });

  it('and a function that is taken away is gone at the next token', async () => {
    await admin.call('DELETE', `/users/${user}/groups/${head}`);
    expect(await signIn()).toMatchObject({ functions: [] });
  });
});
