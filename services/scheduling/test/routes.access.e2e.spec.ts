import { newId } from '@helhed/kernel';
import type { TestActor } from '@helhed/testing';
import { Api } from './api.js';

const people = [
  'familiestuen:group-leader',
  'visitation:programme-lead',
  'familieafdelingen:family-coordinator',
  'ppr:psychologist',
  'visitation:triager',
  'db-solsikken:pedagogue',
] as const;
const [leader, lead, coordinator, psychologist] = people;
const cases = people.filter((each) => each !== lead);
const planners: readonly string[] = [leader, lead];
const bookers: readonly string[] = [...planners, coordinator, psychologist];
const keepers: readonly string[] = [...planners, coordinator];

const at = (path: string) => `/scheduling/v1/${path.replace('{id}', newId())}`;
/** Who may, route by route. Nothing has the id and the bodies are empty: whoever may gets 404 or 400, whoever may not 403. */
const routes: readonly (readonly [method: string, path: string, may: readonly string[]])[] = [
  ['GET', 'persons/{id}/holdings', []],
  ['GET', 'persons/{id}/readers', []],
  ['GET', 'persons/{id}/deliveries', []],
  ['GET', 'persons/{id}/attendance', []],
  ['GET', 'families/{id}/attendance', cases],
  ['GET', 'sessions', [leader]],
  ['GET', 'sessions/{id}/absences', ['service']],
  ['POST', 'attendance', [leader]],
  ['POST', 'attendance/{id}:correct', [leader]],
  ['GET', 'families/{id}/deliveries', keepers],
  ['GET', 'deliveries', keepers],
  ['POST', 'rooms', planners],
  ['GET', 'rooms', people],
  ['GET', 'rooms/{id}', people],
  ['POST', 'staff', planners],
  ['GET', 'staff', planners],
  ['GET', 'staff/{id}', planners],
  ['POST', 'closures', [lead]],
  ['GET', 'closures', people],
  ['GET', 'closures/{id}', people],
  ['POST', 'groups', planners],
  ['GET', 'groups', planners],
  ['GET', 'groups/{id}', planners],
  ['POST', 'groups/{id}:place-course', planners],
  ['POST', 'groups/{id}:release-staff', planners],
  ['POST', 'groups/{id}:join-staff', planners],
  ['GET', 'staffing-alarms', planners],
  ['POST', 'sessions/{id}:mark-held', planners],
  ['POST', 'sessions/{id}:cancel', planners],
  ['POST', 'sessions/{id}:cancel-rest', planners],
  ['POST', 'sessions/{id}:move', planners],
  ['POST', 'sessions/{id}:move-rest', planners],
  ['POST', 'sessions/{id}:make-up', planners],
  ['GET', 'sessions/{id}/invitation', keepers],
  ['POST', 'needs', keepers],
  ['GET', 'needs', keepers],
  ['POST', 'needs/{id}:change', keepers],
  ['POST', 'needs/{id}:arrange', keepers],
  ['POST', 'needs/{id}:withdraw', keepers],
  ['POST', 'needs/{id}:call-off', keepers],
  ['POST', 'conversations', planners],
  ['POST', 'conversations/{id}:move', planners],
  ['POST', 'conversations/{id}:cancel', planners],
  ['POST', 'conversations/{id}:mark-held', planners],
  ['POST', 'bookings', bookers],
  ['GET', 'bookings/{id}', bookers],
  ['POST', 'bookings/{id}:cancel', bookers],
  ['POST', 'bookings/{id}:mark-held', bookers],
  ['POST', 'feeds', keepers],
  ['GET', 'feeds/{id}', keepers],
  ['POST', 'feeds/{id}:rotate', keepers],
];

describe('who may use the calendar', () => {
  let api: Api;
  const actors = new Map<string, TestActor>();
  beforeAll(async () => {
    api = await Api.start();
    for (const person of people) actors.set(person, await api.municipality.person(person));
    actors.set('system', await api.municipality.system('dagtilbud', 'db-solsikken:referrer'));
    actors.set('service', api.municipality.service('reporting'));
    actors.set('operator', { sub: '', name: '', token: api.platform.operator.token });
  }, 300_000);
  afterAll(() => api?.stop());

  it.each(routes)('%s %s', async (method, path, may) => {
    for (const [name, as] of actors) {
      const body = method === 'POST' ? {} : undefined;
      const { status } = await api.send(method, at(path), body, { as, key: newId(), version: 1 });
      expect([name, status === 403]).toEqual([name, !may.includes(name)]);
      expect(status).toBeLessThan(500);
    }
    expect((await api.send(method, at(path), method === 'POST' ? {} : undefined)).status).toBe(401);
  });

  it('is told for every route of the service', async () => {
    const { body } = await api.send<{ paths: Record<string, Record<string, object>> }>(
      'GET',
      '/scheduling/openapi.json',
      undefined,
    );
    const told = routes.map(([method, path]) => `${method} /scheduling/v1/${path}`);
    const served = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ours = served.filter(
      (route) => route.includes('/v1/') && !route.includes('/operations/') && !route.endsWith('.ics'),
    );
    expect(ours.toSorted()).toEqual(told.toSorted());
  });
});
