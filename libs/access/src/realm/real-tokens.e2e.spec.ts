import { municipalityCode } from '@helhed/kernel';
import {
  TestAdmin,
  testMunicipality,
  testOperator,
  testServers,
  type TestMunicipality,
  type TestOperator,
} from '@helhed/testing';
import { AllowedIssuers } from '../tokens/allowed-issuers.js';
import { ServiceTokens } from '../tokens/service-tokens.js';
import { TokenVerifier } from '../tokens/token-verifier.js';

describe('a token of the real Keycloak', () => {
  let municipality: TestMunicipality;
  let other: TestMunicipality;
  let operator: TestOperator;
  let verifier: TokenVerifier;
  let issuers: AllowedIssuers;
  let keycloakUrl: string;
  const secrets = { referral: 'r'.repeat(32), 'family-plan': 'f'.repeat(32), scheduling: 's'.repeat(32) };

  beforeAll(async () => {
    const serviceSecrets = { ...secrets, consent: 'c'.repeat(32), reporting: 'p'.repeat(32) };
    keycloakUrl = (await testServers().keycloak()).url;
    operator = await testOperator();
    municipality = await testMunicipality({ serviceSecrets });
    other = await testMunicipality();
    const list = [municipality].map(({ code, issuer }) => ({ code: municipalityCode(code), issuer }));
    issuers = new AllowedIssuers(async () => list, operator.issuer);
    verifier = new TokenVerifier(issuers, keycloakUrl);
  }, 180_000);

  it('stands for a person in a function in a unit', async () => {
    const anna = await municipality.person('db-solsikken:pedagogue');
    const actor = await verifier.verify(await anna.token());
    expect(actor).toMatchObject({ kind: 'person', municipality: municipality.code, azp: 'demo-cli', sub: anna.sub });
    expect(actor).toMatchObject({ unit: 'db-solsikken', function: 'pedagogue' });
  });

  it('stands for a person with several functions, none of which is chosen', async () => {
    const bo = await municipality.person('visitation:triager', 'familiestuen:group-leader');
    const actor = await verifier.verify(await bo.token());
    expect(actor.functions).toHaveLength(2);
    expect(actor.function).toBeUndefined();
  });

  it('stands for a department’s system and for a service', async () => {
    const system = await municipality.system('dagtilbud', 'db-solsikken:referrer');
    expect(await verifier.verify(await system.token())).toMatchObject({
      kind: 'system',
      azp: 'dagtilbud',
      function: 'referrer',
    });
    const service = municipality.service('family-plan');
    expect(await verifier.verify(await service.token())).toMatchObject({
      kind: 'service',
      azp: 'family-plan',
      functions: [],
    });
  });

  it('stands for the operator, who is in no municipality', async () => {
    const actor = await verifier.verify(await operator.token());
    expect(actor.kind).toBe('operator');
    expect(() => actor.municipality).toThrow('municipality-required');
  });

  it('is what a service gets for itself', async () => {
    const tokens = new ServiceTokens(issuers, { keycloakUrl, service: 'scheduling', secret: secrets.scheduling });
    const token = await tokens.forMunicipality(municipalityCode(municipality.code));
    expect(await verifier.verify(token)).toMatchObject({ kind: 'service', azp: 'scheduling' });
  });

  it('is refused from a municipality that is not registered', async () => {
    const stranger = await other.person('visitation:triager');
    await expect(verifier.verify(await stranger.token())).rejects.toMatchObject({ reason: 'iss' });
  });

  it('is refused when it is the ID or refresh token of the same sign-in, or Keycloak’s own administrator’s', async () => {
    const admin = await TestAdmin.of(municipality.realm);
    const password = 'correct horse battery';
    await admin.create('/users', {
      username: 'carl',
      enabled: true,
      credentials: [{ type: 'password', value: password }],
    });
    const form = { grant_type: 'password', client_id: 'demo-cli', username: 'carl', password, scope: 'openid' };
    const { access_token: access, id_token: id, refresh_token: refresh } = await admin.tokens(form);
    expect(await verifier.verify(access)).toMatchObject({ kind: 'person', functions: [] });
    await expect(verifier.verify(id)).rejects.toMatchObject({ reason: 'typ' });
    await expect(verifier.verify(refresh)).rejects.toMatchObject({ reason: 'alg' });
  });

  it('is accepted when the realm has begun to sign with a new key', async () => {
    const admin = await TestAdmin.of(municipality.realm);
    await admin.create('/components', {
      name: 'newer key',
      providerId: 'rsa-generated',
      providerType: 'org.keycloak.keys.KeyProvider',
      config: { priority: ['200'], algorithm: ['RS256'], keySize: ['2048'] },
    });
    const dorte = await municipality.person('ppr:psychologist');
    expect(await verifier.verify(await dorte.token())).toMatchObject({ kind: 'person', function: 'psychologist' });
  });
});
