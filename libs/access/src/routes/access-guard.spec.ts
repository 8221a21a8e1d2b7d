import { municipalityCode } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import type { ExecutionContext } from '@nestjs/common';
import { AllowedIssuers } from '../tokens/allowed-issuers.js';
import { Citizens } from '../actor/citizens.js';
import { RetiredUnits } from '../actor/retired-units.js';
import { TestRealm } from '../tokens/test-realm.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { AccessGuard } from './access-guard.js';
import { DecidedLooks } from './decided-looks.js';
import { Access, Public, SecretLink } from './declarations.js';

const operatorIssuer = 'https://helhed.example/auth/realms/helhed-operators';

class Routes {
  @Access({
    act: 'referral.accept',
    subjects: 'family',
    allow: [
      { kind: 'person', functions: ['triager'] },
      { kind: 'service', services: ['family-plan'] },
    ],
  })
  accept(): void {}

  @Access({
    act: 'referral.receive',
    subjects: 'family',
    allow: [
      { kind: 'person', functions: 'any', unit: 'own' },
      { kind: 'system', functions: ['referrer'], unit: 'own' },
    ],
  })
  receive(): void {}

  @Access({ act: 'dead-letters.list', subjects: 'none', allow: [{ kind: 'operator' }, { kind: 'person' }] })
  list(): void {}

  @Access({ act: 'link.end', subjects: 'person', allow: [{ kind: 'citizen' }] })
  own(): void {}

  @Access({ act: 'basis.record', subjects: 'family', allow: [{ kind: 'person', functions: 'case' }] })
  record(): void {}

  @SecretLink({ act: 'feed.read', subjects: 'staff' })
  feed(): void {}

  @Public('an example')
  open(): void {}

  undeclared(): void {}
}

describe('the guard', () => {
  let realm: TestRealm;
  let guard: AccessGuard;
  const linked = new Map([[`${TestRealm.municipality} linked`, 'maja']]);

  beforeAll(async () => {
    realm = await TestRealm.start();
    const code = municipalityCode(TestRealm.municipality);
    const issuers = new AllowedIssuers(async () => [{ code, issuer: realm.issuer }], operatorIssuer);
    const citizens = new Citizens(async (municipality, sub) => linked.get(`${municipality} ${sub}`));
    guard = new AccessGuard(
      new TokenVerifier(issuers, realm.url),
      issuers,
      citizens,
      new DecidedLooks(),
      new RetiredUnits(async () => ['gammel-enhed']),
      { find: async () => undefined },
    );
  });

  afterAll(() => realm.stop());

  /** What the guard says of a request, and whom it found. */
  function ask(route: keyof Routes, headers: Record<string, string | undefined>, type = 'http', method = 'POST') {
    const context = {
      getType: () => type,
      getHandler: () => Routes.prototype[route],
      switchToHttp: () => ({ getRequest: () => ({ method, headers }) }),
    } as unknown as ExecutionContext;
    return requestContext.run({ requestId: '1' }, async () => {
      const outcome = await guard.canActivate(context).catch((error: { problem: string }) => error.problem);
      return { outcome, actor: requestContext.getStore()?.actor };
    });
  }

  const bearer = (claims: object, more: Record<string, string> = {}) => ({
    authorization: `Bearer ${realm.token(claims)}`,
    ...more,
  });
  const holding = (...functions: string[]) => ({ functions });
  const client = (name: string, ...functions: string[]) => ({ azp: name, client_id: name, functions });

  it('lets a person in the right function pass, and notes who acts', async () => {
    const { outcome, actor } = await ask('accept', bearer(holding('visitation:triager')));
    expect(outcome).toBe(true);
    expect(actor).toMatchObject({ kind: 'person', unit: 'visitation', function: 'triager', azp: 'demo-cli' });
  });

  it('asks for a token where there is none, and for a better one where it is no bearer token', async () => {
    expect((await ask('accept', {})).outcome).toBe('token-missing');
    expect((await ask('accept', { authorization: 'Basic YTpi' })).outcome).toBe('token-refused');
    expect((await ask('accept', { authorization: 'Bearer a b' })).outcome).toBe('token-refused');
  });

  it('refuses another function, no function, and a function that only a header claims', async () => {
    expect((await ask('accept', bearer(holding('db-solsikken:pedagogue')))).outcome).toBe('not-allowed');
    expect((await ask('accept', bearer(holding()))).outcome).toBe('not-allowed');
    const claimed = bearer(holding('db-solsikken:pedagogue'), { 'helhed-function': 'visitation:triager' });
    expect((await ask('accept', claimed)).outcome).toBe('function-not-held');
  });

  it('takes a pair of a retired unit as if it were not there', async () => {
    const gone = 'gammel-enhed:triager';
    expect((await ask('accept', bearer(holding(gone)))).outcome).toBe('not-allowed');
    expect((await ask('accept', bearer(holding(gone), { 'helhed-function': gone }))).outcome).toBe('function-not-held');
    expect((await ask('accept', bearer(holding(gone, 'visitation:triager')))).outcome).toBe(true);
    linked.set(`${TestRealm.municipality} former`, 'jonas');
    expect((await ask('own', bearer({ sub: 'former', ...holding(gone) }))).outcome).toBe('not-allowed');
    expect((await ask('own', bearer({ sub: 'former', functions: [] }))).outcome).toBe(true);
  });

  it('wants to know which of several functions is meant, even where only one of them fits', async () => {
    const both = holding('visitation:triager', 'db-solsikken:pedagogue');
    expect((await ask('accept', bearer(both))).outcome).toBe('function-ambiguous');
    expect((await ask('accept', bearer(both, { 'helhed-function': 'visitation:triager' }))).outcome).toBe(true);
    expect((await ask('accept', bearer(both, { 'helhed-function': 'db-solsikken:pedagogue' }))).outcome).toBe(
      'not-allowed',
    );
  });

  it('lets only those services pass that the route names, and no system that holds the function', async () => {
    expect((await ask('accept', bearer(client('family-plan')))).outcome).toBe(true);
    expect((await ask('accept', bearer(client('reporting')))).outcome).toBe('not-allowed');
    expect((await ask('accept', bearer(client('dagtilbud', 'visitation:triager')))).outcome).toBe('not-allowed');
    expect((await ask('receive', bearer(client('dagtilbud', 'db-solsikken:referrer')))).outcome).toBe(true);
    expect((await ask('receive', bearer(client('family-plan')))).outcome).toBe('not-allowed');
  });

  it('tells a system that what is held on persons needs a person’s token, whatever function it holds', async () => {
    const system = bearer(client('dagtilbud', 'visitation:triager'));
    for (const method of ['GET', 'HEAD'])
      expect((await ask('accept', system, 'http', method)).outcome).toBe('person-token-required');
    expect((await ask('list', system, 'http', 'GET')).outcome).toBe('not-allowed');
    expect((await ask('accept', bearer(client('reporting')), 'http', 'GET')).outcome).toBe('not-allowed');
  });

  it('takes any function where the route says so, and needs none where it asks for none', async () => {
    expect((await ask('receive', bearer(holding('skolen:teacher')))).outcome).toBe(true);
    expect((await ask('receive', bearer(holding()))).outcome).toBe('not-allowed');
    expect((await ask('list', bearer(holding()))).outcome).toBe(true);
  });

  it('takes any case function where the route says so, one that an administrator invented today too', async () => {
    for (const name of ['pedagogue', 'gym-teacher'])
      expect((await ask('record', bearer(holding(`skolen:${name}`)))).outcome).toBe(true);
    for (const name of ['programme-lead', 'data-protection-officer', 'administrator', 'report-reader'])
      expect((await ask('record', bearer(holding(`skolen:${name}`)))).outcome).toBe('not-allowed');
  });

  it('finds a citizen by an account that is linked to a person, in its own municipality, and no employee’s', async () => {
    expect(await ask('own', bearer({ sub: 'linked', functions: [] }))).toMatchObject({
      outcome: true,
      actor: { kind: 'citizen', sub: 'linked' },
    });
    expect((await ask('own', bearer({ sub: 'another', functions: [] }))).outcome).toBe('not-allowed');
    expect((await ask('own', bearer({ sub: 'linked', ...holding('visitation:triager') }))).outcome).toBe('not-allowed');
    expect((await ask('own', bearer({ ...client('dagtilbud'), sub: 'linked' }))).outcome).toBe('not-allowed');
    expect((await ask('list', bearer({ sub: 'linked', functions: [] }))).outcome).toBe('not-allowed');
    linked.delete(`${TestRealm.municipality} linked`);
    expect((await ask('own', bearer({ sub: 'linked', functions: [] }))).outcome).toBe('not-allowed');
  });

  it('lets an operator act in a municipality that is registered', async () => {
    const operator = { iss: operatorIssuer, operator: true, municipality: undefined };
    expect((await ask('list', bearer(operator))).outcome).toBe(true);
    expect((await ask('list', bearer(operator, { 'helhed-municipality': '0450' }))).outcome).toBe(true);
    expect((await ask('list', bearer(operator, { 'helhed-municipality': '0999' }))).outcome).toBe(
      'municipality-unknown',
    );
    expect((await ask('accept', bearer(operator))).outcome).toBe('not-allowed');
  });

  it('opens a secret link and a public route without a token, and nothing that is undeclared', async () => {
    expect(await ask('feed', {})).toMatchObject({ outcome: true, actor: { kind: 'secret-link', sub: 'unknown' } });
    expect((await ask('open', {})).outcome).toBe(true);
    expect((await ask('undeclared', bearer({}))).outcome).toBe('not-allowed');
  });

  it('leaves events from the bus alone', async () => {
    expect((await ask('undeclared', {}, 'rpc')).outcome).toBe(true);
  });
});
