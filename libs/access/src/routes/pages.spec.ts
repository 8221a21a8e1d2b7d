import { municipalityCode } from '@helhed/kernel';
import type { ExecutionContext } from '@nestjs/common';
import { Citizens } from '../actor/citizens.js';
import { RetiredUnits } from '../actor/retired-units.js';
import { AllowedIssuers } from '../tokens/allowed-issuers.js';
import { TestRealm } from '../tokens/test-realm.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { AccessGuard } from './access-guard.js';
import { DecidedLooks } from './decided-looks.js';
import { Access } from './declarations.js';
import { ForBrowsers, type PageRequest } from './pages.js';

const officer = {
  act: 'look-up.sample',
  subjects: 'none',
  allow: [{ kind: 'person', functions: ['data-protection-officer'] }],
} as const;

class Routes {
  @Access(officer)
  @ForBrowsers()
  page(): void {}

  @Access(officer)
  api(): void {}
}

describe('the guard before a page', () => {
  let realm: TestRealm;
  let guard: AccessGuard;
  let functions = ['raadhuset:data-protection-officer'];
  const cookie = { cookie: '__Host-helhed=0450.secret' };

  beforeAll(async () => {
    realm = await TestRealm.start();
    const code = municipalityCode(TestRealm.municipality);
    const issuers = new AllowedIssuers(async () => [{ code, issuer: realm.issuer }]);
    const find = async ({ headers }: PageRequest) =>
      headers['cookie'] === undefined ? undefined : { accessToken: realm.token({ functions }), csrf: 'ours' };
    const retired = new RetiredUnits(async () => []);
    const verifier = new TokenVerifier(issuers, realm.url);
    guard = new AccessGuard(verifier, issuers, new Citizens(), new DecidedLooks(), retired, { find });
  });
  afterAll(() => realm.stop());
  beforeEach(() => (functions = ['raadhuset:data-protection-officer']));

  const ask = (route: keyof Routes, request: Partial<PageRequest>) =>
    guard
      .canActivate({
        getType: () => 'http',
        getHandler: () => Routes.prototype[route],
        switchToHttp: () => ({ getRequest: () => ({ method: 'GET', headers: {}, ...request }) }),
      } as unknown as ExecutionContext)
      .catch((error: { problem: string }) => error.problem);

  it('takes the session of a browser, and a bearer token as the API does', async () => {
    expect(await ask('page', { headers: cookie })).toBe(true);
    expect(await ask('page', { headers: { authorization: `Bearer ${realm.token({ functions })}` } })).toBe(true);
    expect(await ask('page', {})).toBe('token-missing');
    functions = ['visitation:triager'];
    expect(await ask('page', { headers: cookie })).toBe('not-allowed');
  });

  it('opens no API by a cookie', async () => {
    for (const method of ['GET', 'POST']) {
      expect(await ask('api', { method, headers: cookie, body: { csrf: 'ours' } })).toBe('token-missing');
    }
  });

  it('takes no form but the session’s own', async () => {
    const post = (body: unknown) => ask('page', { method: 'POST', headers: cookie, body });
    for (const body of [
      undefined,
      null,
      {},
      { csrf: '' },
      { csrf: 'their' },
      { csrf: 'ours!' },
      { csrf: ['ours', 'x'] },
    ])
      expect([body, await post(body)]).toEqual([body, 'csrf']);
    expect(await post({ csrf: 'ours' })).toBe(true);
  });

  it('asks a bearer of a token for no such proof, since no browser sends one by itself', async () => {
    const headers = { authorization: `Bearer ${realm.token({ functions })}` };
    expect(await ask('page', { method: 'POST', headers, body: {} })).toBe(true);
  });

  it('acts in the function that the address names', async () => {
    functions = ['raadhuset:data-protection-officer', 'visitation:triager'];
    expect(await ask('page', { headers: cookie })).toBe('function-ambiguous');
    const named = (name: string) => ask('page', { headers: cookie, query: { function: name } });
    expect(await named('raadhuset:data-protection-officer')).toBe(true);
    expect(await named('visitation:triager')).toBe('not-allowed');
    expect(await named('visitation:data-protection-officer')).toBe('function-not-held');
  });
});
