import { contexts, type Context } from '@helhed/contracts';
import { startPlatform, testMunicipality, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { readRoutes } from '../look-log/routes.js';
import { forgedSessions } from '../security/forged-sessions.js';
import { misledRealm } from '../security/misled-realm.js';
import { signedByOthers, type Forger } from '../security/signed-by-others.js';
import { forgedTokens } from './forged-tokens.js';

interface Route {
  readonly method: string;
  readonly path: string;
}

type Document = { paths: Record<string, Record<string, { security?: unknown[] }>> };

const filled = (path: string): string => path.replace(/\{\w+\}/g, '0198a1b2-0000-7000-8000-000000000001');

/** Every route of every service, over HTTP with the real Keycloak's tokens. */
describe('a token that is not good enough is refused everywhere', () => {
  let platform: TestPlatform;
  let municipality: TestMunicipality;
  let good: string;
  let tokens: Record<string, string>;
  let forger: Forger;
  let sessions: Awaited<ReturnType<typeof forgedSessions>>;
  const routes = new Map<Context, Route[]>();
  const pages: readonly Route[] = readRoutes()
    .filter(({ template }) => template.startsWith('/consent/') && !template.includes('/v1/'))
    .map(({ method, template }) => ({ method, path: filled(template) }));

  beforeAll(async () => {
    platform = await startPlatform();
    municipality = await platform.municipality();
    good = await (await municipality.person('db-solsikken:pedagogue')).token();
    const stranger = await (await testMunicipality()).person('visitation:triager');
    forger = await signedByOthers(good);
    tokens = {
      ...(await forgedTokens(municipality, good)),
      ...(await misledRealm(municipality)),
      ...forger.tokens,
      'another realm’s, which is not registered': await stranger.token(),
    };
    sessions = await forgedSessions(platform, municipality, await platform.municipality());
    for (const service of contexts) routes.set(service, await guardedRoutes(service));
  }, 300_000);

  afterAll(async () => {
    await forger?.stop();
    await platform?.stop();
  });

  async function guardedRoutes(service: Context): Promise<Route[]> {
    const { paths } = (await (await fetch(`${platform.url}/${service}/openapi.json`)).json()) as Document;
    return Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => (operation.security ?? []).length > 0)
        .map(([method]) => ({
          method: method.toUpperCase(),
          path: filled(path),
        })),
    );
  }

  const ask = async ({ method, path }: Route, authorization?: string) => {
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const body = method === 'GET' ? undefined : '{}';
    const response = await fetch(`${platform.url}${path}`, { method, headers, body });
    const problem = (await response.json()) as { type?: string };
    return {
      route: `${method} ${path}`,
      status: response.status,
      asks: response.headers.get('www-authenticate'),
      type: problem.type,
    };
  };

  const refused = (service: Context, problem: string) => (route: Route) => ({
    route: `${route.method} ${route.path}`,
    status: 401,
    asks: expect.stringMatching(/^Bearer/) as string,
    type: `/${service}/problems/${problem}`,
  });

  it.each(contexts)('by every route of %s, whatever is wrong with it', async (service) => {
    const guarded = routes.get(service) ?? [];
    expect(guarded.length).toBeGreaterThanOrEqual(6);
    for (const token of Object.values(tokens)) {
      const answers = await Promise.all(guarded.map((route) => ask(route, `Bearer ${token}`)));
      expect(answers).toEqual(guarded.map(refused(service, 'token-refused')));
    }
    expect(await Promise.all(guarded.map((route) => ask(route)))).toEqual(
      guarded.map(refused(service, 'token-missing')),
    );
  });

  const atPage = async ({ method, path }: Route, headers: Record<string, string>) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = method === 'GET' ? { headers } : { headers: { ...headers, ...form }, body: 'csrf=' };
    const { status, headers: said } = await fetch(`${platform.url}${path}`, { method, redirect: 'manual', ...init });
    return [`${method} ${path}`, status, said.get('location')?.split('?')[0]];
  };
  const all = (headers: Record<string, string>) => Promise.all(pages.map((page) => atPage(page, headers)));
  const everyPage = (status: number, location?: string) =>
    pages.map(({ method, path }) => [`${method} ${path}`, status, location]);

  it('by every page that is somebody’s, whatever is wrong with it', async () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const [name, token] of Object.entries(tokens))
      expect([name, await all({ authorization: `Bearer ${token}` })]).toEqual([name, everyPage(401)]);
    // beside a session that is good, too: who sends a token is asked for it
    const { good: session } = sessions;
    const [bad = ''] = Object.values(tokens);
    expect(await all({ authorization: `Bearer ${bad}`, cookie: session })).toEqual(everyPage(401));
  });

  it('as is a session, which leads to sign-in from every such page', async () => {
    const signIn = '/consent/sign-in';
    const opened = await all({ cookie: sessions.good });
    expect(opened.filter(([, status, location]) => status === 401 || location === signIn)).toEqual([]);
    expect(opened).toContainEqual(['GET /consent/samples', 200, undefined]);
    expect(await all({})).toEqual(everyPage(303, signIn));
    for (const [name, cookie] of Object.entries(sessions.forged))
      expect([name, await all({ cookie })]).toEqual([name, everyPage(303, signIn)]);
    // and the good one is no worse for it
    expect(await atPage({ method: 'GET', path: '/consent/samples' }, { cookie: sessions.good })).toContain(200);
  });

  it('and nobody fetched a key from where a token said', () => expect(forger.fetched()).toBe(0));

  it.each(contexts)(
    'and a good one of a person without the right is 403 at an operator’s route of %s',
    async (service) => {
      const route = { method: 'GET', path: `/${service}/v1/operations/dead-letters` };
      expect(await ask(route, `Bearer ${good}`)).toMatchObject({
        status: 403,
        type: `/${service}/problems/not-allowed`,
      });
      expect(await ask(route, `Bearer ${await platform.operator.token()}`)).toMatchObject({ status: 200 });
    },
  );
});
