import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describeService } from '../openapi/describe-service.js';
import { club as definition, type Club, startClub } from './start-club.js';

describe('the routes that every service has', () => {
  let club: Club;
  beforeAll(async () => {
    club = await startClub();
  });
  afterAll(() => club.stop());

  const anybody = { token: null };

  it('health says that it lives and which servers answer', async () => {
    expect((await club.ask('GET', '/health/live', anybody)).json).toEqual({ status: 'live' });
    const ready = await club.ask('GET', '/health/ready', anybody);
    expect([ready.status, ready.json]).toEqual([
      200,
      { status: 'ready', dependencies: { database: 'up', keycloak: 'up', nats: 'up' } },
    ]);
  });

  it('its OpenAPI document is valid 3.1 and made without a server', async () => {
    const { text } = await club.ask('GET', '/openapi.json', anybody);
    const config = await createConfig({ extends: ['spec'] });
    expect(await lintFromString({ source: text, config })).toEqual([]);
    expect(await describeService(definition)).toEqual(JSON.parse(text));
  });

  it('the document tells of command, key, If-Match, page and problems', async () => {
    const { paths, components } = (await club.ask('GET', '/openapi.json', anybody)).json as never as Document;
    expect(Object.keys(paths)).toContain('/referral/v1/boats/{id}:launch');
    const parametersOf = (path: string, method: string) => paths[path]?.[method]?.parameters.map(({ name }) => name);
    expect(parametersOf('/referral/v1/boats', 'post')).toEqual(['Idempotency-Key', 'Helhed-Function']);
    expect(parametersOf('/referral/v1/boats/{id}:launch', 'post')?.sort()).toEqual([
      'Helhed-Function',
      'If-Match',
      'id',
    ]);
    expect(parametersOf('/referral/v1/boats', 'get')).toEqual(['state', 'limit', 'cursor', 'Helhed-Function']);
    expect(Object.keys(paths['/referral/v1/boats/{id}:launch']?.['post']?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '404', '412', '428', '503']),
    );
    const made = paths['/referral/v1/boats']?.['post'];
    expect([made?.summary, made?.description]).toEqual(['Buy a boat', 'Køb en båd']);
    expect(made?.responses).toMatchObject({
      201: { headers: { ETag: {}, Location: {} } },
      503: { headers: { 'Retry-After': {} } },
    });
    expect(paths['/referral/v1/boats']?.['get']?.responses).not.toMatchObject({ 200: { headers: {} } });
    expect(components.securitySchemes.keycloak.description).toContain('/protocol/openid-connect/token');
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { summary, description }]) => ({ path, method, summary, description })),
    );
    const ofThePlatform = described.filter(({ path }) => !path.includes('/fleet:'));
    expect(ofThePlatform.filter(({ summary, description }) => !summary || !description)).toEqual([]);
    expect(components.schemas).toMatchObject({ BuyBoat: { additionalProperties: false }, Boat: {}, Problem: {} });
  });

  it('a page shows the document with own files only', async () => {
    const page = await club.ask('GET', '/docs', anybody);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const files = [...page.text.matchAll(/(?:src|href)="\/referral(\/docs\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files).toHaveLength(3);
    for (const file of files) expect((await club.ask('GET', file, anybody)).status).toBe(200);
    expect((await club.ask('GET', '/docs/package.json', anybody)).status).toBe(404);
    expect((await club.ask('GET', '/docs/..%2Fpackage.json', anybody)).status).toBe(404);
  });

  it.each([
    ['', '/docs'],
    ['/', '/docs'],
    ['/docs/', '/docs'],
    ['/problems/', '/problems'],
  ])('whoever asks for "%s" is led to %s', async (path, target) => {
    const answer = await fetch(`${club.service.url}${path}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/referral${target}`]);
  });

  it('lists its problem types', async () => {
    const page = await club.ask('GET', '/problems', anybody);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const slugs = [...page.text.matchAll(/href="\/referral(\/problems\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(slugs).toContain('/problems/already-afloat');
    expect((await club.ask('GET', slugs[0] ?? '', anybody)).status).toBe(200);
  });

  it('metrics are read on the machine itself, outside what the edge forwards', async () => {
    const answer = await fetch(new URL('/metrics', club.service.url));
    const text = await answer.text();
    expect(text).toContain('http_requests_total{method="GET",route="/referral/health/live",status="200"');
    expect(text).toMatch(/helhed_outbox_oldest_seconds\{.*\} 0/);
    expect(text).toMatch(/helhed_outbox_set_aside_events\{.*\} 0/);
    expect(text).toMatch(/helhed_parked_oldest_seconds\{.*\} 0/);
    expect(text).toMatch(/helhed_dead_letters\{.*\} 0/);
    expect((await club.ask('GET', '/metrics')).status).toBe(404);
  });

  it('an operator registers a municipality and moves its clock; nobody else does', async () => {
    const operator = { token: club.tokens.operator() };
    const clock = { body: { offsetMs: 86_400_000 } };
    expect((await club.ask('PUT', '/v1/operations/clock/0450', clock)).status).toBe(403);
    const moved = await club.ask('PUT', '/v1/operations/clock/0450', { ...clock, ...operator });
    expect(Date.parse(moved.json.now) - Date.now()).toBeGreaterThan(86_000_000);
    expect((await club.ask('PUT', '/v1/operations/clock/0461', { ...clock, ...operator })).status).toBe(404);
    expect((await club.ask('PUT', '/v1/operations/clock/abc', { ...clock, ...operator })).status).toBe(404);
  });

  it('an operator sees no dead letters where there are none, and publishes the outbox again', async () => {
    const operator = { token: club.tokens.operator() };
    expect((await club.ask('GET', '/v1/operations/dead-letters', operator)).json).toEqual({
      items: [],
      next: null,
      total: 0,
    });
    const none = '/v1/operations/dead-letters/01a20062-7b0b-71ae-8c15-e11823600673';
    expect((await club.ask('GET', none, operator)).status).toBe(404);
    expect((await club.ask('POST', `${none}:replay`, operator)).status).toBe(404);
    const body = { since: '2026-01-01T00:00:00Z' };
    expect((await club.ask('POST', '/v1/operations/outbox:republish', { body, ...operator })).json).toEqual({
      events: expect.any(Number),
    });
  });

  it('an operator has a municipality told again, and after a restore everything; nobody else does', async () => {
    const operator = { token: club.tokens.operator() };
    const publish = { body: { municipality: '0450' } };
    expect((await club.ask('POST', '/v1/operations/snapshots:publish', publish)).status).toBe(403);
    expect((await club.ask('POST', '/v1/operations/incarnation:renew')).status).toBe(403);
    const told = await club.ask('POST', '/v1/operations/snapshots:publish', { ...publish, ...operator });
    expect([told.status, told.json]).toEqual([200, { keys: expect.any(Number) }]);
    const mistyped = { body: { municipality: '9999' }, ...operator };
    const refused = await club.ask('POST', '/v1/operations/snapshots:publish', mistyped);
    expect([refused.status, refused.json.type]).toEqual([400, '/referral/problems/municipality-unknown']);
    const renewed = await club.ask('POST', '/v1/operations/incarnation:renew', operator);
    expect(renewed.json).toEqual({ incarnation: expect.any(String), keys: expect.any(Number) });
    const again = await club.ask('POST', '/v1/operations/incarnation:renew', operator);
    const [before, after] = [renewed, again].map(
      ({ json }) => (json as unknown as { incarnation: string }).incarnation,
    );
    expect((after as string) > (before as string)).toBe(true);
  });
});

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: object; securitySchemes: { keycloak: { description: string } } };
}

interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly parameters: { name: string }[];
  readonly responses: object;
}
