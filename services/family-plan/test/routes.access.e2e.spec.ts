import { newId } from '@helhed/kernel';
import { startPlatform, type TestPlatform } from '@helhed/testing';
import { linkedCitizen } from './citizen.js';

const people = [
  'visitation:triager',
  'familiestuen:group-leader',
  'familieafdelingen:family-coordinator',
  'familieafdelingen:caseworker',
  'familieafdelingen:social-worker',
  'visitation:programme-lead',
  'db-solsikken:pedagogue',
  'ppr:psychologist',
  'visitation:administrator',
  'visitation:data-protection-officer',
] as const;
type Person = (typeof people)[number];
const [triager, leader, coordinator, caseworker, socialWorker, lead, pedagogue, psychologist, administrator] = people;

const cases: readonly Person[] = [triager, leader, coordinator, caseworker, socialWorker, pedagogue, psychologist];
const keepers: readonly Person[] = [triager, coordinator, caseworker, socialWorker];
const signedIn = [...people, 'somebody without a function', 'a citizen'];

/** Who may, route by route. Nothing has the id: whoever may gets an answer or 404, whoever may not 403. */
const routes: readonly (readonly [method: string, path: string, may: readonly string[]])[] = [
  ['GET', 'enrolments', [...cases, lead]],
  ['GET', 'enrolments/{id}/heads', ['scheduling', 'reporting']],
  ['GET', 'families/{id}', cases],
  ['GET', 'families/{id}/birth-dates', ['consent']],
  ['GET', 'families/{id}/child-views', cases],
  ['GET', 'families/{id}/custody', cases],
  ['GET', 'families/{id}/enrolments', cases],
  ['GET', 'families/{id}/relations', [...cases, lead]],
  ['GET', 'employee-relations', [administrator]],
  ['POST', 'employee-relations', [administrator]],
  ['POST', 'employee-relations/{id}:end', [administrator]],
  ['GET', 'custody-tasks', cases],
  ['POST', 'child-views', cases],
  ['POST', 'child-views/{id}:open', cases],
  ['POST', 'child-views/{id}:close', cases],
  ['POST', 'registrations', cases],
  ['GET', 'families/{id}/registrations', cases],
  ['POST', 'goals', cases],
  ['POST', 'goals/{id}:accept', cases],
  ['POST', 'goals/{id}:leave', cases],
  ['POST', 'goals/{id}:add-option', cases],
  ['POST', 'goals/{id}:add-action', cases],
  ['POST', 'goals/{id}:move-action', cases],
  ['GET', 'families/{id}/goals', cases],
  ['GET', 'families/{id}/printed-plan', cases],
  ['GET', 'families/{id}/printed-plan.pdf', cases],
  ['POST', 'conversations', cases],
  ['GET', 'families/{id}/conversations', cases],
  ['GET', 'conversations/{id}', cases],
  ['POST', 'observations', [psychologist]],
  ['POST', 'observations/{id}:accept', [psychologist]],
  ['POST', 'observations/{id}:decline', [psychologist]],
  ['POST', 'observations/{id}:note', [psychologist]],
  ['POST', 'observations/{id}:amend', [psychologist]],
  ['GET', 'families/{id}/observations', cases],
  ['GET', 'observations/{id}', cases],
  ['GET', 'persons/{id}/observations', ['a citizen']],
  ['POST', 'videos', cases],
  ['GET', 'families/{id}/videos', cases],
  ['GET', 'videos/{id}', cases],
  ['GET', 'persons/{id}/videos', ['a citizen']],
  ['POST', 'privacy-notices', cases],
  ['GET', 'privacy-notices', cases],
  ['POST', 'custody', keepers],
  ['POST', 'custody/{id}:end', keepers],
  ['POST', 'relations', [triager, lead, coordinator]],
  ['POST', 'relations/{id}:end', [...cases, lead]],
  ['POST', 'clearances', [lead]],
  ['POST', 'clearances/{id}:end', [lead]],
  ['GET', 'persons/{id}/child-views', ['a citizen']],
  ['GET', 'persons/{id}/holdings', ['a citizen']],
  ['GET', 'persons/{id}/readers', ['a citizen']],
  ['POST', 'persons/{id}/link-codes', cases],
  ['GET', 'links', [administrator]],
  ['POST', 'links:redeem', signedIn],
  ['POST', 'links/{id}:end', [administrator, 'a citizen']],
];

/** Well-shaped where the rest is looked at only then. */
const wishes: readonly (readonly [ending: string, body: string])[] = [
  [':open', '{"by":"child"}'],
  [':add-option', '{"text":"Øve os"}'],
  [':add-action', '{"text":"Øve os","doer":{"by":"unit","unit":"x","function":"y"},"dueOn":"2026-10-01"}'],
  [':move-action', `{"actionId":"${newId()}","state":"done"}`],
  ['observations/{id}:accept', '{}'],
  [':note', '{"heldOn":"2026-10-01","note":"Alma ser på mor."}'],
  [':amend', '{"note":"Alma ser på mor."}'],
  [':accept', `{"personId":"${newId()}","said":"Ja","saidOn":"2026-10-01"}`],
];

const queries: readonly (readonly [ending: RegExp, query: string])[] = [
  [/\/heads$/, '?on=2026-10-01&programmeVersion=1'],
  [/\/printed-plan(\.pdf)?$/, `?recipient=${newId()}`],
];

describe('who may use the routes', () => {
  let platform: TestPlatform;
  const actors = new Map<string, { token(): Promise<string> }>();
  beforeAll(async () => {
    platform = await startPlatform({ services: ['family-plan'] });
    const municipality = await platform.municipality();
    for (const person of people) actors.set(person, await municipality.person(person));
    actors.set('somebody without a function', await municipality.person());
    actors.set('a citizen', await linkedCitizen(platform, municipality));
    actors.set("a department's system", await municipality.system('dagtilbud', 'db-solsikken:referrer'));
    actors.set('a system that holds a reader’s function', await municipality.system('leder', 'visitation:triager'));
    for (const service of ['referral', 'scheduling', 'consent', 'reporting'] as const)
      actors.set(service, municipality.service(service));
    actors.set('operator', platform.operator);
  }, 300_000);
  afterAll(() => platform?.stop());

  const ask = async (method: string, path: string, as?: { token(): Promise<string> }): Promise<number> => {
    const headers: Record<string, string> = as ? { authorization: `Bearer ${await as.token()}` } : {};
    const sent = { 'content-type': 'application/json', 'idempotency-key': newId(), 'if-match': '"1"' };
    const wish = wishes.find(([ending]) => path.endsWith(ending))?.[1] ?? '{}';
    const body = method === 'POST' ? { headers: { ...headers, ...sent }, body: wish } : { headers };
    const address = `${platform.url}/family-plan/v1/${path.replace('{id}', newId())}`;
    return (await fetch(address, { method, ...body })).status;
  };
  const answered = (method: string, path: string) => {
    if (path.includes('{id}')) return 404;
    return method === 'POST' ? 400 : 200;
  };

  it.each(routes)('%s %s', async (method, path, may) => {
    for (const [name, as] of actors) {
      const query = queries.find(([ending]) => ending.test(path))?.[1] ?? '';
      const expected = may.includes(name) ? answered(method, path) : 403;
      expect([name, await ask(method, path + query, as)]).toEqual([name, expected]);
    }
    expect(await ask(method, path)).toBe(401);
  });

  it('is told for every route of the service', async () => {
    const answer = await fetch(`${platform.url}/family-plan/openapi.json`);
    const { paths } = (await answer.json()) as { paths: Record<string, Record<string, object>> };
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ours = served.filter((route) => route.includes('/v1/') && !route.includes('/operations/'));
    const told = routes.map(([method, path]) => `${method} /family-plan/v1/${path}`);
    expect(ours.toSorted()).toEqual(told.toSorted());
  });
});
