import { DomainError, municipalityCode, type MunicipalityCode } from '@helhed/kernel';
import { AllowedIssuers } from './allowed-issuers.js';
import { TestRealm } from './test-realm.js';
import { TokenRefused } from './token-refused.js';
import { TokenVerifier } from './token-verifier.js';

describe('a token becomes an actor', () => {
  const operatorIssuer = 'https://helhed.example/auth/realms/helhed-operators';
  let realm: TestRealm;
  let municipalities: { code: MunicipalityCode; issuer: string }[];
  let verifier: TokenVerifier;

  beforeEach(async () => {
    realm = await TestRealm.start();
    municipalities = [{ code: municipalityCode(TestRealm.municipality), issuer: realm.issuer }];
    verifier = new TokenVerifier(new AllowedIssuers(async () => municipalities, operatorIssuer), realm.url);
  });

  afterEach(() => realm.stop());

  it('of a person, acting in the one function that is held', async () => {
    expect(await verifier.verify(realm.token())).toEqual({
      kind: 'person',
      employee: true,
      municipality: '0450',
      issuer: realm.issuer,
      sub: '6c1f4d0e-0000-4000-8000-000000000001',
      azp: 'demo-cli',
      functions: [{ unit: 'db-solsikken', function: 'pedagogue' }],
      unit: 'db-solsikken',
      function: 'pedagogue',
    });
  });

  it('of a system or a service, when a client asked in its own name', async () => {
    const kindOf = async (client: string) =>
      (await verifier.verify(realm.token({ azp: client, client_id: client }))).kind;
    expect(await kindOf('dagtilbud-nyborg')).toBe('system');
    expect(await kindOf('family-plan')).toBe('service');
    expect((await verifier.verify(realm.token({ azp: 'family-plan' }))).kind).toBe('person');
  });

  it('of an employee only where a person signed in who holds a function', async () => {
    const isEmployee = async (claims: object) => (await verifier.verify(realm.token(claims))).employee;
    expect(await isEmployee({})).toBe(true);
    expect(await isEmployee({ functions: [] })).toBeUndefined();
    expect(await isEmployee({ functions: undefined })).toBeUndefined();
    expect(await isEmployee({ azp: 'dagtilbud-nyborg', client_id: 'dagtilbud-nyborg' })).toBeUndefined();
  });

  it('and what its header alone refuses asks nobody who the issuer is', async () => {
    let asked = 0;
    const counted = new AllowedIssuers(() => Promise.resolve((asked++, municipalities)));
    const cold = new TokenVerifier(counted, realm.url);
    await expect(cold.verify(realm.token({}, { alg: 'HS256' }))).rejects.toMatchObject({ reason: 'alg' });
    expect([asked, realm.asked]).toEqual([0, 0]);
    await cold.verify(realm.token());
    expect([asked, realm.asked]).toEqual([1, 1]);
  });

  it('of an operator, who is in no municipality', async () => {
    const claims = { iss: operatorIssuer, municipality: undefined, operator: true, functions: ['visitation:triager'] };
    const actor = await verifier.verify(realm.token(claims));
    expect(actor.kind).toBe('operator');
    expect(actor.functions).toEqual([]);
    expect(() => actor.municipality).toThrow(DomainError);
  });

  it('with keys that were published after the first look', async () => {
    await verifier.verify(realm.token());
    realm.rotate();
    expect((await verifier.verify(realm.token())).kind).toBe('person');
    expect(realm.asked).toBe(2);
  });

  it('and unknown key ids make us ask Keycloak once a second, however many come', async () => {
    await verifier.verify(realm.token());
    const asked = Array.from({ length: 50 }, (_, n) => verifier.verify(realm.token({}, { kid: `forged-${n}` })));
    const refused = (await Promise.allSettled(asked)).filter(
      (one) => one.status === 'rejected' && (one.reason as TokenRefused).reason === 'key',
    );
    expect(refused).toHaveLength(50);
    expect(realm.asked).toBe(2);
  });

  it('while Keycloak is down, as long as the key is known; else the answer is 503', async () => {
    const early = realm.token();
    for (const failure of ['cut', 500] as const) {
      realm.failure = failure;
      const cold = new TokenVerifier(new AllowedIssuers(async () => municipalities), realm.url);
      await expect(cold.verify(early)).rejects.toMatchObject({ kind: 'unavailable' });
    }
    realm.failure = undefined;
    await verifier.verify(early);
    realm.failure = 'cut';
    expect((await verifier.verify(realm.token({ azp: 'another' }))).azp).toBe('another');
  });

  it('of a realm that is gone: refused, not unavailable', async () => {
    realm.failure = 404;
    await expect(verifier.verify(realm.token())).rejects.toMatchObject({ reason: 'key' });
  });

  it('with a key that is too short, of another use or no RSA key: never', async () => {
    const [key] = realm.published;
    for (const change of [{ use: 'enc' }, { alg: 'RS512' }, { kty: 'EC', alg: 'ES256' }, { kid: undefined }]) {
      realm.published = [{ ...key, ...change }];
      const fresh = new TokenVerifier(new AllowedIssuers(async () => municipalities), realm.url);
      await expect(fresh.verify(realm.token())).rejects.toMatchObject({ reason: 'key' });
    }
  });
});

describe('a token found good is not checked again', () => {
  it('until it expires, and only while its issuer is on the list', async () => {
    const realm = await TestRealm.start();
    let now = new Date();
    let list = [{ code: municipalityCode(TestRealm.municipality), issuer: realm.issuer }];
    const issuers = new AllowedIssuers(async () => list);
    const verifier = new TokenVerifier(issuers, realm.url, { now: () => now });
    const token = realm.token();
    const actor = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(actor);

    list = [];
    await issuers.find('https://somebody.example/realms/new');
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'iss' });

    list = [{ code: municipalityCode(TestRealm.municipality), issuer: realm.issuer }];
    expect(await verifier.verify(token)).toEqual(actor);
    now = new Date(Date.now() + 301_000);
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'expired' });
    await realm.stop();
  });
});
