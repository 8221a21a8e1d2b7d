import { randomUUID } from 'node:crypto';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { apiOf, type Answer } from './api.js';
import { body } from './submission.js';

const programme = 'nyborg-familiestue';

describe('the referral service over HTTP', () => {
  let platform: TestPlatform;
  let town: TestMunicipality;
  let send: ReturnType<typeof apiOf>;
  let [system, pedagogue, stranger, triager, lead]: TestActor[] = [];
  beforeAll(async () => {
    platform = await startPlatform({ services: ['referral'] });
    town = await platform.municipality();
    send = apiOf(platform.url);
    system = await town.system('dagtilbud', 'db-solsikken:referrer');
    pedagogue = await town.person('db-solsikken:pedagogue');
    stranger = await town.person('db-stjernen:pedagogue');
    triager = await town.person('visitation:triager');
    lead = await town.person('visitation:programme-lead');
    const definition = forMunicipality(getDefinition(programme), town.code);
    expect((await send('POST', '/programmes', { as: lead, body: { definition } })).status).toBe(201);
  }, 180_000);
  afterAll(() => platform?.stop());

  const refer = (wish = {}, as = system, key?: string): Promise<Answer> =>
    send('POST', '/referrals', { as, key, body: body({ ...dates, ...wish }) });
  // the municipality's clock is today's here
  const dates = {
    parentsPart: ['parent-1', 'parent-2'].map((parent) => ({
      parent,
      how: 'phone' as const,
      on: '2026-01-05',
      agreed: true,
    })),
  };
  const command = (id: string, verb: string, ifMatch?: number, given?: object, as = triager) =>
    send('POST', `/referrals/${id}:${verb}`, { as, ifMatch, body: given });
  const view = async (id: string, as = triager) => (await send('GET', `/referrals/${id}`, { as })).body;

  it('takes a referral in, once', async () => {
    const [key, wish] = [randomUUID(), body({ ...dates, senderReference: 'once' })];
    const first = await refer(wish, system, key);
    expect(first).toMatchObject({ status: 201, body: { state: 'received', version: 1, senderReference: 'once' } });
    expect(Object.keys(first.body).sort()).toEqual(['familyId', 'id', 'senderReference', 'state', 'version']);
    expect(first.headers.get('location')).toBe(`/referral/v1/referrals/${first.body.id}`);
    expect(first.headers.get('etag')).toMatch(/^"1-/);
    expect(await refer(wish, system, key)).toMatchObject({ status: 201, body: first.body });
    expect(await refer(wish)).toMatchObject({ status: 200, body: first.body });
    expect(await refer({ ...wish, reason: 'Noget andet' })).toMatchObject({
      status: 409,
      body: { referralId: first.body.id },
    });
    expect(await refer({ ...wish, reason: 'Noget andet' }, system, key)).toMatchObject({ status: 422 });
  });

  it('is triaged by a person in the right function, and tells the sender’s unit what came of it', async () => {
    const { id } = (await refer()).body;
    expect(await view(id)).toMatchObject({ state: 'received', triage: { suggestion: 'meets' }, nextOwner: 'triage' });
    expect((await command(id, 'start-triage', 1, undefined, pedagogue)).status).toBe(403);
    expect((await command(id, 'start-triage')).status).toBe(428);
    expect((await command(id, 'start-triage', 9)).status).toBe(412);
    expect(await command(id, 'start-triage', 1)).toMatchObject({
      status: 200,
      body: { state: 'under-triage', version: 2 },
    });
    expect(await command(id, 'hold', 2, { reason: 'Afventer PPR', awaiting: 'sender' })).toMatchObject({
      body: { nextOwner: 'sender' },
    });
    expect(await command(id, 'accept', 3, { reason: 'Passer' })).toMatchObject({
      status: 409,
      body: { state: 'on-hold', allowed: ['resume', 'withdraw'] },
    });
    expect((await command(id, 'resume', 3)).status).toBe(200);
    expect(await command(id, 'accept', 4, { reason: 'Passer' })).toMatchObject({
      status: 200,
      body: { state: 'waiting', version: 5 },
    });
    const outcome = { as: pedagogue, path: `/referrals/${id}/outcome` };
    expect(await send('GET', outcome.path, outcome)).toMatchObject({
      status: 200,
      body: {
        id,
        senderReference: expect.any(String),
        withheld: [{ category: 'referral-outcome', reason: 'no-basis' }],
      },
    });
    expect((await send('GET', outcome.path, outcome)).body).not.toHaveProperty('state');
    for (const as of [stranger, triager]) expect((await send('GET', outcome.path, { as })).status).toBe(404);
    expect((await send('GET', outcome.path, { as: system })).status).toBe(403);
    const list = await send('GET', `/waiting-list?programme=${programme}`, { as: triager });
    expect(list.body).toMatchObject({ total: 1, items: [{ position: 1, referralId: id }] });
    expect(await command(id, 'withdraw', 5, { reasonCode: 'family-withdrew' })).toMatchObject({
      body: { state: 'withdrawn', nextOwner: null },
    });
    expect((await view(id))['history']).toHaveLength(6);
  });

  it('lists to each what is within reach', async () => {
    const { id } = (await refer()).body;
    const reach = async (as: TestActor) =>
      (await send('GET', '/referrals?limit=200', { as })).body.items.some((one) => one.id === id);
    expect([await reach(triager!), await reach(pedagogue!), await reach(stranger!)]).toEqual([true, true, false]);
    expect((await send('GET', '/referrals', { as: system })).status).toBe(403);
    expect((await send('GET', '/referrals?state=lost', { as: triager })).status).toBe(400);
    expect((await send('GET', `/referrals/${id}`, { as: stranger })).status).toBe(404);
  });

  it('serves the intake to family-plan, and to nobody else', async () => {
    const { id } = (await refer()).body;
    const claim = (as: TestActor) => send('GET', `/intakes/${id}`, { as });
    expect(await claim(town.service('family-plan'))).toMatchObject({ status: 200, body: { referralId: id } });
    for (const as of [town.service('scheduling'), triager!, system!]) expect((await claim(as)).status).toBe(403);
    await command(id, 'withdraw', 1, { reasonCode: 'family-withdrew' });
    expect((await claim(town.service('family-plan'))).status).toBe(410);
  });

  const problems: [string, number, string, object, object][] = [
    [
      'a part that is missing',
      422,
      'parents-part-missing',
      { parentsPart: [] },
      { missing: [{ parent: 'parent-1', what: ['how', 'on', 'agreed'] }, { parent: 'parent-2' }] },
    ],
    [
      'a programme that is not there',
      422,
      'programme-unknown',
      { programme: 'nothing' },
      { errors: [{ field: 'programme', rule: 'unknown-programme' }] },
    ],
    [
      'a wrong field',
      400,
      'validation-failed',
      { households: [{ ref: 'home-1', adress: 'x' }] },
      { errors: [{ field: 'households.0.adress', rule: 'unknown' }] },
    ],
    ['a foreign unit', 403, 'foreign-unit', { referringUnit: 'db-stjernen' }, {}],
    [
      'a household that is not described',
      422,
      'referral-inconsistent',
      { households: [{ ref: 'home-1' }] },
      {
        errors: expect.arrayContaining([
          expect.objectContaining({ field: 'members.1.household', rule: 'unknown-household' }),
        ]),
      },
    ],
  ];
  it.each(problems)('%s is a problem in both languages, and nothing is stored', async (_, status, slug, wish, says) => {
    const before = (await send('GET', '/referrals', { as: triager })).body['total'];
    const {
      status: answered,
      headers,
      body: problem,
    } = await send('POST', '/referrals', { as: system, language: 'da', body: body({ ...dates, ...wish }) });
    expect(answered).toBe(status);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem).toMatchObject({
      type: `/referral/problems/${slug}`,
      titles: { da: expect.any(String), en: expect.any(String) },
      ...says,
    });
    expect(problem['title']).toBe((problem['titles'] as { da: string }).da);
    const page = await fetch(`${platform.url}${problem['type'] as string}`);
    expect(await page.text()).toContain(problem['title']);
    expect((await send('GET', '/referrals', { as: triager })).body['total']).toBe(before);
  });

  it('publishes programmes of one’s own municipality only, by those who lead them', async () => {
    const definition = forMunicipality(getDefinition('morso-ftbt'), town.code);
    expect((await send('POST', '/programmes', { as: triager, body: { definition } })).status).toBe(403);
    expect(
      await send('POST', '/programmes', { as: lead, body: { definition: { ...definition, municipality: '0999' } } }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'definition.municipality', rule: 'other-municipality' }] },
    });
    const operator = { as: platform.operator, body: { definition, unit: 'familiestuen' } };
    expect((await send('POST', '/programmes', operator)).status).toBe(400);
    const published = await send('POST', '/programmes', { ...operator, municipality: town.code });
    expect([published.status, published.headers.get('location')]).toEqual([201, '/referral/v1/programmes/morso-ftbt']);
    expect((await send('POST', '/programmes', { as: lead, body: { definition } })).status).toBe(200);
    expect((await send('GET', '/programmes', { as: system })).body).toMatchObject({ total: 2 });
    expect((await send('GET', '/programmes/morso-ftbt', { as: stranger })).body).toMatchObject({
      version: 1,
      definition: { code: 'morso-ftbt' },
    });
  });
});
