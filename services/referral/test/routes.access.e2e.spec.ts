import { newId } from '@helhed/kernel';
import { startPlatform, type TestPlatform } from '@helhed/testing';
import { apiOf, type Sending } from './api.js';

const people = [
  'visitation:triager',
  'visitation:programme-lead',
  'familiestuen:group-leader',
  'db-solsikken:pedagogue',
  'sundhedsplejen:health-visitor',
] as const;
const [triager, lead] = people;
const [nobody, system, operator] = ['somebody without a function', "a department's system", 'operator'];
const services = ['family-plan', 'scheduling', 'consent', 'reporting'] as const;
const catalogue: readonly string[] = [...people, nobody, system, operator];
const senders: readonly string[] = [...people, system];

/** Who may, route by route. Nothing has the id and the bodies are empty: whoever may not gets 403, whoever may something else. */
const routes: readonly (readonly [method: 'GET' | 'POST', path: string, may: readonly string[]])[] = [
  ['GET', 'changes', [system]],
  ['GET', 'intakes/{id}', ['family-plan']],
  ['GET', 'persons/{id}/holdings', []],
  ['GET', 'persons/{id}/readers', []],
  ['GET', 'programmes', catalogue],
  ['POST', 'programmes', [lead, operator]],
  ['GET', 'programmes/{code}', catalogue],
  ['GET', 'referrals', people],
  ['POST', 'referrals', senders],
  ['GET', 'referrals/{id}', people],
  ['POST', 'referrals/{id}:accept', [triager]],
  ['POST', 'referrals/{id}:amend', senders],
  ['POST', 'referrals/{id}:close', [triager]],
  ['POST', 'referrals/{id}:decline', [triager]],
  ['POST', 'referrals/{id}:hold', [triager]],
  ['POST', 'referrals/{id}:resume', [triager]],
  ['POST', 'referrals/{id}:start-triage', [triager]],
  ['POST', 'referrals/{id}:withdraw', [triager]],
  ['GET', 'referrals/{id}/letter', people.filter((name) => name !== lead)],
  ['GET', 'referrals/{id}/letter.pdf', people.filter((name) => name !== lead)],
  ['GET', 'referrals/{id}/outcome', people.filter((name) => name !== lead)],
  ['GET', 'separations', [triager, lead]],
  ['POST', 'separations', [triager, lead]],
  ['POST', 'separations/{id}:end', [triager, lead]],
  ['GET', 'waiting-list', [triager, lead]],
  ['GET', 'waiting-list/changes', [triager, lead]],
  ['GET', 'webhooks', [system]],
  ['POST', 'webhooks', [system]],
  ['POST', 'webhooks/{id}:end', [system]],
  ['POST', 'webhooks/{id}:renew', [system]],
];

describe('who may refer, triage and look', () => {
  let platform: TestPlatform;
  let municipality: string;
  const actors = new Map<string, { token(): Promise<string> }>();
  beforeAll(async () => {
    platform = await startPlatform({ services: ['referral'] });
    const town = await platform.municipality();
    municipality = town.code;
    for (const person of people) actors.set(person, await town.person(person));
    actors.set(nobody, await town.person());
    actors.set(system, await town.system('dagtilbud', 'db-solsikken:referrer'));
    for (const service of services) actors.set(service, town.service(service));
    actors.set(operator, platform.operator);
  }, 300_000);
  afterAll(() => platform?.stop());

  const ask = async (method: 'GET' | 'POST', path: string, sending: Sending = {}): Promise<number> => {
    const at = `/${path.replace('{id}', newId()).replace('{code}', 'no-such')}`;
    const body = method === 'POST' ? {} : undefined;
    return (await apiOf(platform.url)(method, at, { ifMatch: 1, body, ...sending })).status;
  };

  it.each(routes)('%s %s', async (method, path, may) => {
    for (const [name, as] of actors) {
      const status = await ask(method, path, { as, ...(name === operator ? { municipality } : {}) });
      expect([name, status === 403]).toEqual([name, !may.includes(name)]);
      expect(status).toBeLessThan(500);
    }
    expect(await ask(method, path)).toBe(401);
  });

  it('is told for every route of the service', async () => {
    const document = await fetch(`${platform.url}/referral/openapi.json`);
    const { paths } = (await document.json()) as { paths: Record<string, Record<string, object>> };
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ours = served.filter((route) => route.includes('/v1/') && !route.includes('/operations/'));
    const told = routes.map(([method, path]) => `${method} /referral/v1/${path}`);
    expect(ours.toSorted()).toEqual(told.toSorted());
  });
});
