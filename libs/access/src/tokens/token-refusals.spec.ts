import { createHmac, generateKeyPairSync } from 'node:crypto';
import { municipalityCode } from '@helhed/kernel';
import { AllowedIssuers } from './allowed-issuers.js';
import { TestRealm } from './test-realm.js';
import { TokenRefused } from './token-refused.js';
import { TokenVerifier } from './token-verifier.js';

describe('a token is refused', () => {
  const now = () => Math.floor(Date.now() / 1000);
  let realm: TestRealm;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    realm = await TestRealm.start();
    const code = municipalityCode(TestRealm.municipality);
    const issuers = new AllowedIssuers(
      async () => [{ code, issuer: realm.issuer }],
      'https://helhed.example/auth/realms/operators',
    );
    verifier = new TokenVerifier(issuers, realm.url);
  });

  afterAll(() => realm.stop());

  const reasonFor = (token: string) =>
    verifier.verify(token).then(
      () => 'accepted',
      (error: unknown) => (error instanceof TokenRefused ? error.reason : String(error)),
    );

  it('only for a reason: the realm’s own good token is accepted', async () => {
    expect(await reasonFor(realm.token())).toBe('accepted');
    expect(await reasonFor(realm.token({ aud: 'helhed' }))).toBe('accepted');
  });

  const operatorIssuer = 'https://helhed.example/auth/realms/operators';
  it.each<[string, string, object, object?]>([
    ['for another audience', 'aud', { aud: 'account' }],
    ['for an audience that only begins like ours', 'aud', { aud: ['helhed-2'] }],
    ['without an audience', 'aud', { aud: undefined }],
    ['with an empty audience', 'aud', { aud: [] }],
    ['without azp', 'azp', { azp: undefined }],
    ['with an empty azp', 'azp', { azp: '' }],
    ['without a subject', 'sub', { sub: undefined }],
    ['of an issuer that is not on the list', 'iss', { iss: 'https://helhed.example/auth/realms/kommune-0999' }],
    ['of an issuer that only begins like one', 'iss', { iss: 'https://helhed.example/auth/realms/kommune-0450/' }],
    ['without an issuer', 'malformed', { iss: undefined }],
    ['that is an ID token', 'typ', { typ: 'ID' }],
    ['that is a refresh token', 'typ', { typ: 'Refresh' }],
    ['without a type', 'typ', { typ: undefined }],
    ['with another type in its header', 'typ', {}, { typ: 'at+jwt' }],
    ['without a type in its header', 'typ', {}, { typ: undefined }],
    ['of another RSA algorithm', 'alg', {}, { alg: 'RS512' }],
    ['without an algorithm', 'malformed', {}, { alg: undefined }],
    ['with a critical header that we do not know', 'malformed', {}, { crit: ['b64'] }],
    ['without a key id', 'key', {}, { kid: undefined }],
    ['with the municipality of another realm', 'municipality', { municipality: '0561' }],
    ['without a municipality', 'municipality', { municipality: undefined }],
    ['of a municipality that calls itself operator', 'operator', { operator: true }],
    ['of the operators without the operator claim', 'operator', { iss: operatorIssuer, municipality: undefined }],
    ['of the operators that names a municipality', 'municipality', { iss: operatorIssuer, operator: true }],
    ['for a client that is not the one it was given to', 'client', { client_id: 'consent', azp: 'demo-cli' }],
  ])('%s', async (...[, reason, claims, header]) => {
    expect(await reasonFor(realm.token(claims, header))).toBe(reason);
  });

  it('when its time is over, not come, missing or too long', async () => {
    expect(await reasonFor(realm.token({ iat: now() - 300, exp: now() - 1 }))).toBe('expired');
    expect(await reasonFor(realm.token({ exp: undefined }))).toBe('expired');
    expect(await reasonFor(realm.token({ nbf: now() + 60 }))).toBe('not-yet');
    expect(await reasonFor(realm.token({ iat: now() + 60, exp: now() + 120 }))).toBe('not-yet');
    expect(await reasonFor(realm.token({ iat: undefined }))).toBe('not-yet');
    expect(await reasonFor(realm.token({ exp: now() + 3600 }))).toBe('lifetime');
    expect(await reasonFor(realm.token({ exp: '9999999999' }))).toBe('malformed');
  });

  it('with algorithm none', async () => {
    const [, body] = realm.token().split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: 'first' })).toString('base64url');
    expect(await reasonFor(`${header}.${body}.`)).toBe('malformed');
    expect(await reasonFor(`${header}.${body}.AA`)).toBe('alg');
  });

  it('with HS256 keyed by the public key', async () => {
    const [, body] = realm.token().split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: 'first' })).toString('base64url');
    const secret = realm.key.publicKey.export({ type: 'spki', format: 'pem' });
    const signature = createHmac('sha256', secret).update(`${header}.${body}`).digest('base64url');
    expect(await reasonFor(`${header}.${body}.${signature}`)).toBe('alg');
  });

  it('when anything in it was changed', async () => {
    const [header, , signature] = realm.token().split('.');
    const other = realm.token({ functions: ['visitation:triager'] }).split('.')[1];
    expect(await reasonFor(`${header}.${other}.${signature}`)).toBe('signature');
    const token = realm.token();
    const last = token.endsWith('A') ? 'B' : 'A'; // its low bits decode to nothing: still refused
    expect(await reasonFor(token.slice(0, -1) + last)).not.toBe('accepted');
    expect(await reasonFor(`${token}=`)).toBe('malformed');
    expect(await reasonFor(`${token}.${signature}`)).toBe('malformed');
  });

  it('when somebody else signed it under the realm’s key id', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(await reasonFor(realm.token({}, {}, privateKey))).toBe('signature');
  });

  it('when it is no token at all', async () => {
    for (const text of ['', 'a', 'a.b', 'a.b.c', '..', 'é.é.é', 'e30.e30.e30', 'x'.repeat(20_000)]) {
      expect(await reasonFor(text)).toBe('malformed');
    }
  });
});
