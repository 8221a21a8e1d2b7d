import { DomainError, municipalityCode } from '@helhed/kernel';
import { requestContext, type RequestContext } from '@helhed/telemetry';
import type { ExecutionContext } from '@nestjs/common';
import { Citizens } from '../actor/citizens.js';
import { RetiredUnits } from '../actor/retired-units.js';
import { followAnswer } from '../lease/answer.js';
import { AllowedIssuers } from '../tokens/allowed-issuers.js';
import { TestRealm } from '../tokens/test-realm.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { AccessGuard } from './access-guard.js';
import { DecidedLooks } from './decided-looks.js';
import { Access } from './declarations.js';
import { ForBrowsers, sessionOf, type PageRequest } from './pages.js';

const operatorIssuer = 'https://helhed.example/auth/realms/helhed-operators';
const [triager, officer] = ['visitation:triager', 'raadhuset:data-protection-officer'];

class Routes {
  @Access({ act: 'x.read', subjects: 'family', allow: [{ kind: 'person', functions: 'any' }, { kind: 'operator' }] })
  api(): void {}

  @Access({ act: 'x.show', subjects: 'none', allow: [{ kind: 'person', functions: ['data-protection-officer'] }] })
  @ForBrowsers()
  page(): void {}
}

describe('what the guard reads of a request', () => {
  let realm: TestRealm;
  let guard: AccessGuard;
  const looks = new DecidedLooks();
  beforeAll(async () => {
    realm = await TestRealm.start();
    const code = municipalityCode(TestRealm.municipality);
    const issuers = new AllowedIssuers(async () => [{ code, issuer: realm.issuer }], operatorIssuer);
    const find = async ({ headers }: PageRequest) =>
      headers['cookie'] === undefined
        ? undefined
        : { accessToken: realm.token({ functions: [officer] }), csrf: 'ours', name: 'Data Protection' };
    const [verifier, retired] = [new TokenVerifier(issuers, realm.url), new RetiredUnits()];
    guard = new AccessGuard(verifier, issuers, new Citizens(), looks, retired, { find });
  });
  afterAll(() => realm.stop());
  afterEach(() => void (looks.required = false));

  async function ask(
    route: keyof Routes,
    headers: PageRequest['headers'],
    context: RequestContext = { requestId: '1' },
  ) {
    const request: PageRequest = { method: 'GET', headers };
    const execution = {
      getType: () => 'http',
      getHandler: () => Routes.prototype[route],
      switchToHttp: () => ({ getRequest: () => request }),
    } as unknown as ExecutionContext;
    const outcome: unknown = await requestContext
      .run(context, () => guard.canActivate(execution))
      .catch((error: DomainError & { reason?: string }) => error);
    return { outcome, session: sessionOf(request), actor: context.actor };
  }
  const refused = (problem: string) => expect.objectContaining({ problem });

  it('is a bearer token: the word, spaces, the token, and nothing around them', async () => {
    const token = realm.token();
    for (const header of [`Bearer ${token}`, `bearer   ${token}`])
      expect((await ask('api', { authorization: header })).outcome).toBe(true);
    for (const header of [`x Bearer ${token}`, `Bearer ${token} x`, `Bearer${token}`, token, ''])
      expect((await ask('api', { authorization: header })).outcome).toEqual(
        expect.objectContaining({ problem: 'token-refused', reason: 'malformed' }),
      );
  });

  it('is a function in one header; of several none is chosen for who sent them', async () => {
    const authorization = `Bearer ${realm.token({ functions: [triager, officer] })}`;
    expect((await ask('api', { authorization, 'helhed-function': [triager, officer] })).outcome).toEqual(
      refused('function-invalid'),
    );
    expect((await ask('api', { authorization, 'helhed-function': [triager] })).actor).toMatchObject({
      unit: 'visitation',
      function: 'triager',
    });
  });

  it('is an operator’s municipality in one header, which must be registered: told in both languages', async () => {
    const operator = { iss: operatorIssuer, operator: true, municipality: undefined };
    const authorization = `Bearer ${realm.token(operator)}`;
    const within = async (code: string | string[]) =>
      (await ask('api', { authorization, 'helhed-municipality': code })).outcome;
    expect(await within('0450')).toBe(true);
    for (const code of ['0999', 'nyborg', '', ['04', '50']])
      expect(await within(code)).toEqual(
        expect.objectContaining({
          kind: 'invalid',
          problem: 'municipality-unknown',
          detail: { da: expect.stringMatching(/ikke registreret/), en: expect.stringMatching(/not registered/) },
        }),
      );
  });

  it('at a page is the browser’s session, or a token, which then is the session without a form of its own', async () => {
    expect(await ask('page', { cookie: 'session' })).toMatchObject({
      outcome: true,
      session: { csrf: 'ours', name: 'Data Protection' },
    });
    const token = realm.token({ functions: [triager, officer] });
    const authorization = `Bearer ${token}`;
    const chosen = await ask('page', { authorization, 'helhed-function': officer });
    expect([chosen.outcome, chosen.session]).toEqual([true, { accessToken: token, csrf: '' }]);
    expect((await ask('page', { authorization })).outcome).toEqual(refused('function-ambiguous'));
    expect((await ask('api', { authorization, 'helhed-function': triager })).session).toBeUndefined();
  });

  it('where every look is decided, says of the answer that it must be', async () => {
    const of = async (required: boolean) => {
      const context = { requestId: '1' };
      const answer = followAnswer(context);
      looks.required = required;
      await ask('api', { authorization: `Bearer ${realm.token()}` }, context);
      return answer.mustBe;
    };
    expect([await of(true), await of(false)]).toEqual(['decided', undefined]);
  });
});
