import { newId } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { referralOf } from '../nyborg-referred/families.js';
import { metadata, shapes } from './authzen-shapes.js';
import { connected } from './catalogue.js';

interface Answer {
  readonly decision: boolean;
  readonly context: { readonly reason: string; readonly bases: string[]; readonly withheld: unknown[] };
}

/** The OpenID AuthZEN Authorization API 1.0, asked as its text asks, of a referral that the referral service has. */
describe('the decision API', () => {
  let platform: TestPlatform;
  let municipality: TestMunicipality;
  let referral: string;
  const people = new Map<string, TestActor>();
  const [pia, rie, vibeke] = ['db-solsikken:pedagogue', 'db-stjernen:pedagogue', 'visitation:triager'] as const;
  const [gitte, lone] = ['familiestuen:group-leader', 'familiestuen:programme-lead'] as const;
  const officer = 'raadhuset:data-protection-officer';

  beforeAll(async () => {
    platform = await startPlatform({ services: ['consent', 'referral'] });
    municipality = await platform.municipality();
    for (const each of [pia, rie, vibeke, gitte, lone, officer]) people.set(each, await municipality.person(each));
    const definition = forMunicipality(getDefinition('nyborg-familiestue'), municipality.code);
    expect((await send(lone, 'POST', '/referral/v1/programmes', { definition })).status).toBe(201);
    const received = await send(pia, 'POST', '/referral/v1/referrals', referralOf(1, 'accepted', new Date(), 5));
    referral = received.body['id'] as string;
    for (const end = Date.now() + 90_000; !(await evaluate(pia, 'referral.outcome')).decision && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }, 300_000);
  afterAll(() => platform?.stop());

  const sub = (who: string) => people.get(who)!.sub;
  const person = (who: string) => ({ type: 'person', id: sub(who), properties: { function: who } });
  const resource = () => ({ type: 'referral', id: referral });

  async function send(who: string | undefined, method: string, path: string, body?: unknown, more: object = {}) {
    const headers = new Headers({ 'idempotency-key': newId(), ...more });
    if (who) headers.set('authorization', `Bearer ${await people.get(who)!.token()}`);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const response = await fetch(`${platform.url}${path}`, { method, headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body: answer };
  }
  /** What is answered is of the standard's shape, to what is of it. */
  async function ask(who: string, path: string, body: unknown) {
    const answer = await send(who, 'POST', `/access/v1/${path}`, body);
    if (answer.status === 200) {
      expect(shapes[path]?.request.safeParse(body).error?.issues).toBeUndefined();
      expect(shapes[path]?.response.safeParse(answer.body).error?.issues).toBeUndefined();
    }
    return answer;
  }
  async function evaluate(who: string, name: string, of: object = resource()): Promise<Answer> {
    const { status, body } = await ask(who, 'evaluation', { subject: person(who), resource: of, action: { name } });
    expect(status).toBe(200);
    return body as unknown as Answer;
  }

  it('says where it is', async () => {
    const { status, body } = await send(undefined, 'GET', '/.well-known/authzen-configuration');
    expect(status).toBe(200);
    expect(metadata.safeParse(body).error?.issues).toBeUndefined();
    const { policy_decision_point: point, ...endpoints } = body;
    expect(new URL(String(point)).origin).toBe(point);
    expect(Object.values(endpoints).map((url) => String(url).replace(String(point), ''))).toEqual([
      '/access/v1/evaluation',
      '/access/v1/evaluations',
      '/access/v1/search/subject',
      '/access/v1/search/resource',
      '/access/v1/search/action',
    ]);
  });

  const cases: readonly (readonly [who: string, act: string, method: string, path: string])[] = [
    [pia, 'referral.outcome', 'GET', '/outcome'],
    [rie, 'referral.outcome', 'GET', '/outcome'],
    [pia, 'referral.read', 'GET', ''],
    [rie, 'referral.read', 'GET', ''],
    [vibeke, 'referral.read', 'GET', ''],
    [lone, 'referral.read', 'GET', ''],
    [gitte, 'referral.accept', 'POST', ':accept'],
    [vibeke, 'referral.accept', 'POST', ':accept'],
  ];
  it.each(cases)('says of %s and %s what the route says', async (who, act, method, path) => {
    const route = await send(
      who,
      method,
      `/referral/v1/referrals/${referral}${path}`,
      method === 'POST' ? {} : undefined,
    );
    const { decision, context } = await evaluate(who, act);
    // without If-Match and with an empty body a command goes no further than who may: what it says then is of its form
    const letThrough = ![401, 403, 404].includes(route.status);
    const refusal = { 403: 'not-allowed', 404: 'not-found' }[route.status];
    expect([decision, refusal ?? 'allowed']).toEqual([letThrough, context.reason]);
  });

  it('rests on the bases that it names, in both languages', async () => {
    const { context } = await evaluate(vibeke, 'referral.read');
    expect(context).toEqual({
      reason: 'allowed',
      reason_da: 'Adgang med de nævnte hjemler.',
      reason_en: 'Allowed on the bases named.',
      bases: ['standing:nyborg-familiestue:triage:processing'],
      withheld: [],
    });
  });

  it.each([
    ['a type', { type: 'record', id: '1' }, 'referral.read'],
    ['an act', undefined, 'can_read'],
    ['an id that is none', { type: 'referral', id: 'record-1' }, 'referral.read'],
    ['an id that nothing has', { type: 'referral', id: newId() }, 'referral.read'],
  ])('answers 200 and false to %s that it does not know', async (_, of, name) => {
    expect(await evaluate(vibeke, name, of)).toMatchObject({ decision: false, context: { reason: 'not-found' } });
  });

  it('gives the request its id back, whatever becomes of it, and looks at nothing that it does not know', async () => {
    const id = { 'x-request-id': 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716' };
    const question = { subject: person(pia), resource: resource(), action: { name: 'referral.read' } };
    const known = { ...question, context: { time: '1985-10-26T01:22-07:00' }, another: true };
    const answers = await Promise.all([
      send(pia, 'POST', '/access/v1/evaluation', known, id),
      send(pia, 'POST', '/access/v1/evaluation', { ...question, subject: { type: 'person' } }, id),
      send(undefined, 'POST', '/access/v1/evaluation', question, id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 401]);
    for (const { headers } of answers) expect(headers.get('x-request-id')).toBe(id['x-request-id']);
    expect(answers[0]?.headers.get('content-type')).toMatch('application/json');
  });

  it('answers several with what the whole request says, up to the first that is enough', async () => {
    const evaluations = ['referral.accept', 'referral.read', 'referral.outcome'].map((name) => ({ action: { name } }));
    const whole = { subject: person(pia), resource: resource(), evaluations };
    const decisions = async (semantic?: string) => {
      const options = semantic && { evaluations_semantic: semantic };
      const { status, body } = await ask(pia, 'evaluations', { ...whole, ...(options && { options }) });
      return [status, ...(body['evaluations'] as Answer[]).map(({ decision }) => decision)];
    };
    expect(await decisions()).toEqual([200, false, true, true]);
    expect(await decisions('execute_all')).toEqual([200, false, true, true]);
    expect(await decisions('deny_on_first_deny')).toEqual([200, false]);
    expect(await decisions('permit_on_first_permit')).toEqual([200, false, true]);
    expect((await ask(pia, 'evaluations', { ...whole, options: { evaluations_semantic: 'any' } })).status).toBe(400);
    const own = { evaluations: [{ action: { name: 'can_read' }, resource: { type: 'record', id: '1' } }] };
    expect((await ask(pia, 'evaluations', own)).status).toBe(400); // of whom?
    const single = { subject: person(pia), resource: resource(), action: { name: 'referral.read' } };
    expect((await ask(pia, 'evaluations', single)).body).toMatchObject({ decision: true });
  });

  it('decides of several on what each says instead of the whole request', async () => {
    const whole = {
      subject: person(pia),
      resource: resource(),
      action: { name: 'referral.outcome' },
      context: { n: 1 },
    };
    const others = [
      { subject: person(rie) },
      { resource: { type: 'referral', id: newId() } },
      { action: { name: 'referral.accept' } },
      { context: { n: 2 } },
      {},
    ];
    const { body } = await ask(officer, 'evaluations', { ...whole, evaluations: others });
    const alone = await Promise.all(
      others.map(async (other) => (await ask(officer, 'evaluation', { ...whole, ...other })).body),
    );
    expect(body['evaluations']).toEqual(alone);
    expect(alone.map(({ decision }) => decision)).toEqual([false, false, false, true, true]);
  });

  it('has answers whose shape would be told from another', () => {
    const { evaluation, evaluations } = shapes;
    const wrong = [{}, { decision: 'true' }, { decision: true, context: 'allowed' }];
    expect(wrong.filter((body) => evaluation?.response.safeParse(body).success)).toEqual([]);
    const asked = { subject: person(pia), resource: resource(), evaluations: [{ action: {} }] };
    expect(evaluations?.request.safeParse(asked).success).toBe(false);
  });

  it('finds things, acts and functions, page by page', async () => {
    const acts = { subject: person(vibeke), resource: resource() };
    const names: string[] = [];
    for (let token = ''; ;) {
      const { body } = await ask(vibeke, 'search/action', { ...acts, page: { limit: 3, ...(token && { token }) } });
      names.push(...(body['results'] as { name: string }[]).map(({ name }) => name));
      const page = body['page'] as { next_token: string; total: number };
      expect(page.total).toBe(8);
      if (!(token = page.next_token)) break;
      const foreign = { ...acts, resource: { type: 'family', id: referral }, page: { token } };
      expect((await ask(vibeke, 'search/action', foreign)).status).toBe(400);
    }
    const verbs = ['accept', 'close', 'decline', 'hold', 'read', 'resume', 'start-triage', 'withdraw'];
    expect(names).toEqual(verbs.map((verb) => `referral.${verb}`));
    const things = { subject: person(pia), resource: { type: 'referral' }, action: { name: 'referral.outcome' } };
    expect((await ask(pia, 'search/resource', things)).body).toEqual({
      results: [resource()],
      page: { next_token: '', count: 1, total: 1 },
    });
    const who = { subject: { type: 'function-in-unit' }, resource: resource(), action: { name: 'referral.outcome' } };
    const found = (await ask(officer, 'search/subject', who)).body['results'] as { type: string; id: string }[];
    expect(found).toContainEqual({ type: 'function-in-unit', id: pia });
    expect(found.every(({ id }) => id.startsWith('db-solsikken:'))).toBe(true);
    const asked = { ...who, subject: { type: 'person' } };
    expect((await ask(officer, 'search/subject', asked)).body['results']).toEqual([]);
  });

  it('is asked for oneself, but by the data protection officer; a search for subjects by nobody else', async () => {
    const question = { subject: person(rie), resource: resource(), action: { name: 'referral.outcome' } };
    const refused = await ask(pia, 'evaluation', question);
    expect([refused.status, refused.body['type']]).toEqual([403, expect.stringContaining('subject-not-self')]);
    const whoever = { ...question, subject: { type: 'function-in-unit', id: pia } };
    expect((await ask(pia, 'evaluation', whoever)).status).toBe(403);
    expect((await ask(officer, 'evaluation', question)).body).toMatchObject({ decision: false });
    expect((await ask(officer, 'evaluation', whoever)).body).toMatchObject({ decision: true });
    expect((await ask(pia, 'search/subject', { ...whoever, subject: { type: 'function-in-unit' } })).status).toBe(403);
    const system = await municipality.system('dagtilbud', 'db-solsikken:referrer');
    people.set('a system', system);
    const own = await send('a system', 'POST', '/access/v1/evaluation', question);
    expect([own.status, own.body['type']]).toEqual([403, expect.stringContaining('person-token-required')]);
  });

  it('is logged, one row for a request', async () => {
    const rows = () =>
      connected(
        platform.databases.consent.backup,
        async (client) => (await client.query(`SELECT FROM helhed.access_log WHERE act LIKE 'access.%'`)).rowCount ?? 0,
      );
    const before = await rows();
    const evaluations = Array.from({ length: 3 }, () => ({ action: { name: 'referral.read' } }));
    await ask(pia, 'evaluations', { subject: person(pia), resource: resource(), evaluations });
    expect(await rows()).toBe(before + 1);
  });
});
