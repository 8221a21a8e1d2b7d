import { newId } from '@helhed/kernel';
import { startPlatform, type TestPlatform } from '@helhed/testing';

const keepers = [
  'visitation:triager',
  'familiestuen:group-leader',
  'familieafdelingen:family-coordinator',
  'db-solsikken:pedagogue',
  'db-solsikken:contact-pedagogue',
  'db-solsikken:childminder',
  'sundhedsplejen:health-visitor',
  'db-solsikken:teacher',
  'ppr:psychologist',
  'visitation:social-worker',
  'visitation:caseworker',
  'db-solsikken:speech-therapist', // a function that an administrator invented today
] as const;
const officer = 'raadhuset:data-protection-officer';
const withAuthority = ['visitation:social-worker', 'visitation:caseworker'];
const overseen = [...keepers, officer];

/** Who may, route by route. Nothing has the id and the body is empty: whoever may gets 200, 400 or 404, whoever may not 403. */
const routes: readonly (readonly [method: string, path: string, may: readonly string[], answer: number])[] = [
  ['POST', 'bases', keepers, 400],
  ['GET', 'bases', overseen, 200],
  ['GET', 'bases/{id}', overseen, 404],
  ['POST', 'bases/{id}:add-consent', keepers, 400],
  ['POST', 'bases/{id}:withdraw', keepers, 404],
  ['POST', 'bases/{id}:renew', keepers, 400],
  ['POST', 'bases/{id}:end', keepers, 404],
  ['GET', 'bases/{id}/receipt', keepers, 404],
  ['GET', 'renewal-tasks', keepers, 200],
  ['POST', 'orientations', keepers, 400],
  ['GET', 'orientations', overseen, 200],
  ['GET', 'persons/{id}/orientations', [], 404],
  ['GET', 'me', [], 404],
  ['GET', 'persons/{id}/bases', [], 404],
  ['GET', 'persons/{id}/look-ups', [], 404],
  ['GET', 'persons/{id}/holdings', [], 404],
  ['GET', 'persons/{id}/readers', [], 404],
  ['GET', 'families/{id}/look-ups', withAuthority, 404],
  ['GET', 'families/{id}/papers', keepers, 404],
  ['GET', 'persons/{id}/papers', [], 404],
  ['POST', 'look-ups/{id}:defer', withAuthority, 400],
  ['POST', 'look-ups/{id}:confirm-deferral', withAuthority, 404],
  ['POST', 'look-ups/{id}:name-employee', [officer], 400],
  ['GET', 'look-up-samples', [officer], 200],
  ['POST', 'look-up-samples/{id}:review', [officer], 400],
];

describe('who may use the register of bases', () => {
  let platform: TestPlatform;
  const actors = new Map<string, { token(): Promise<string> }>();
  beforeAll(async () => {
    platform = await startPlatform({ services: ['consent'] });
    const municipality = await platform.municipality();
    for (const person of keepers) actors.set(person, await municipality.person(person));
    actors.set(officer, await municipality.person(officer));
    actors.set('administrator', await municipality.person('raadhuset:administrator'));
    actors.set('lead', await municipality.person('visitation:programme-lead'));
    actors.set('somebody without a function', await municipality.person());
    actors.set("a department's system", await municipality.system('dagtilbud', 'db-solsikken:referrer'));
    actors.set('a system that holds a keeper’s function', await municipality.system('leder', 'visitation:triager'));
    for (const service of ['referral', 'family-plan', 'scheduling', 'reporting'] as const)
      actors.set(service, municipality.service(service));
    actors.set('operator', platform.operator);
  }, 300_000);
  afterAll(() => platform?.stop());

  const ask = async (method: string, path: string, as?: { token(): Promise<string> }): Promise<number> => {
    const headers = new Headers({ 'idempotency-key': newId(), 'content-type': 'application/json', 'if-match': '"1"' });
    if (as) headers.set('authorization', `Bearer ${await as.token()}`);
    const query = ['bases', 'orientations'].includes(path) && method === 'GET' ? `?familyId=${newId()}` : '';
    const address = `${platform.url}/consent/v1/${path.replace('{id}', newId())}${query}`;
    return (await fetch(address, { method, headers, ...(method === 'POST' ? { body: '{}' } : {}) })).status;
  };

  it.each(routes)('%s %s', async (method, path, may, answer) => {
    for (const [name, as] of actors)
      expect([name, await ask(method, path, as)]).toEqual([name, may.includes(name) ? answer : 403]);
    expect(await ask(method, path)).toBe(401);
  });

  it('is told for every route of the two registers', async () => {
    const document = await fetch(`${platform.url}/consent/openapi.json`);
    const { paths } = (await document.json()) as { paths: Record<string, Record<string, object>> };
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ours = served.filter(
      (route) =>
        /\/v1\/(.*bases|renewal|.*orientations|.*look-up|.*holdings|.*readers|.*papers|me$)/.test(route) &&
        !route.includes('/operations/'),
    );
    const told = routes.map(([method, path]) => `${method} /consent/v1/${path}`);
    expect(ours.toSorted()).toEqual(told.toSorted());
  });
});
