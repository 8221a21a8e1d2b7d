import { newId } from '@helhed/kernel';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { asserted } from './asserted.js';
import { knowFamily } from './know-family.js';

const path = '/consent/v1/bases';
const family = { familyId: newId(), maja: newId(), jonas: newId(), alma: newId() };
const body = (changes = {}) => asserted(family, { validTo: '2027-09-03', ...changes });

let platform: TestPlatform;
let municipality: TestMunicipality;
let triager: TestActor;

beforeAll(async () => {
  platform = await startPlatform({ services: ['consent'] });
  municipality = await platform.municipality();
  triager = await municipality.person('visitation:triager');
  await knowFamily(platform, municipality, family);
}, 300_000);
afterAll(() => platform?.stop());

async function ask(actor: TestActor, address: string, send?: { body: unknown; key?: string; version?: number }) {
  const headers = new Headers({ authorization: `Bearer ${await actor.token()}` });
  if (send) headers.set('content-type', 'application/json');
  if (send?.version) headers.set('if-match', `"${send.version}"`);
  if (send?.key) headers.set('idempotency-key', send.key);
  const init = send ? { method: 'POST', headers, body: JSON.stringify(send.body) } : { headers };
  const response = await fetch(`${platform.url}${address}`, init);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}
const record = (changes = {}, key: string = newId(), actor = triager) => ask(actor, path, { body: body(changes), key });

describe('the register of bases over HTTP', () => {
  it('notes one, shows it, and lists it by family', async () => {
    const made = await record();
    const { givenBy, how, givenOn, evidence, ...said } = body();
    const givers = givenBy!.toSorted().map((person) => ({ person, how, givenOn, evidence, withdrawnAt: null }));
    expect(made).toMatchObject({ status: 201, body: { ...said, givers, version: 1 } });
    const address = `${path}/${String(made.body['id'])}`;
    expect([made.headers.get('location'), made.headers.get('etag')]).toEqual([address, expect.stringMatching(/^"1-/)]);
    expect(await ask(triager, address)).toMatchObject({ status: 200, body: made.body });
    expect(await ask(triager, `${path}?familyId=${family.familyId}`)).toMatchObject({
      status: 200,
      body: { items: [made.body], total: 1 },
    });
  });

  it('takes ids in upper case, and the same request twice once', async () => {
    const key = newId();
    const changes = { persons: [family.alma.toUpperCase()] };
    const [first, again] = [await record(changes, key), await record(changes, key)];
    expect([first.status, again.status, again.body['id']]).toEqual([201, 201, first.body['id']]);
    expect(first.body['persons']).toEqual([family.alma]);
  });

  it.each([
    ['a wrong field', { layer: 'both' }, 400, 'validation-failed', ['layer', 'not-one-of']],
    ['a rule that is broken', { how: undefined }, 422, 'basis-incomplete', ['how', 'required']],
    ['somebody who is not asked', { givenBy: [family.alma] }, 422, 'not-a-giver', ['givenBy.0', 'not-a-giver']],
    ['a family that is not known', { familyId: newId() }, 422, 'family-unknown', ['familyId', 'family-unknown']],
  ])('answers %s with a problem that names the field', async (_what, changes, status, slug, [field, rule]) => {
    const answer = await record(changes);
    expect(answer).toMatchObject({ status, body: { type: `/consent/problems/${slug}`, errors: [{ field, rule }] } });
    const page = await fetch(`${platform.url}${String(answer.body['type'])}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('lang="da"')]);
  });

  it('wants an Idempotency-Key', async () =>
    expect(await ask(triager, path, { body: body() })).toMatchObject({
      status: 400,
      body: { type: '/consent/problems/idempotency-key-required' },
    }));
});

describe('the life of a basis over HTTP', () => {
  const command = (id: unknown, verb: string, send: unknown, version?: number) =>
    ask(triager, `${path}/${String(id)}:${verb}`, { body: send, key: newId(), ...(version ? { version } : {}) });

  it('is added to, taken back giver by giver, given anew, and has a receipt', async () => {
    const { body: basis } = await record({ givenBy: [family.maja] });
    const { id } = basis;
    const given = { givenBy: [family.jonas], how: 'paper', givenOn: '2026-09-04', evidence: 'Brev 7' };
    expect(await command(id, 'add-consent', given)).toMatchObject({ status: 428 });
    expect(await command(id, 'add-consent', given, 1)).toMatchObject({ status: 200, body: { version: 2 } });
    const withdrawn = await command(id, 'withdraw', { givers: [family.maja] });
    expect(withdrawn).toMatchObject({ status: 200, body: { ended: null, version: 3 } });
    expect(await command(id, 'withdraw', { givers: [family.maja] })).toEqual({
      ...withdrawn,
      headers: expect.anything(),
    });
    expect(await command(id, 'end', {}, 3)).toMatchObject({
      status: 422,
      body: { type: '/consent/problems/is-a-consent' },
    });
    const terms = { ...given, validFrom: '2026-10-01' };
    expect(await command(id, 'renew', terms)).toMatchObject({ status: 200, body: { renews: id, version: 1 } });
    const receipt = await ask(triager, `${path}/${String(id)}/receipt`);
    expect(receipt).toMatchObject({ status: 200, body: { basisId: id, record: { '@type': 'dpv:ConsentReceipt' } } });
    expect(await ask(triager, '/consent/v1/renewal-tasks')).toMatchObject({ status: 200, body: { next: null } });
  });

  it('is given anew once for a key, which is of the one address: that of another basis is told, and gives nothing anew', async () => {
    const [one, other] = [(await record()).body['id'], (await record()).body['id']];
    const key = newId();
    const send = {
      validFrom: '2026-10-01',
      how: 'paper',
      givenOn: '2026-09-04',
      evidence: 'Brev 8',
      givenBy: [family.maja],
    };
    const renew = (id: unknown) => ask(triager, `${path}/${String(id)}:renew`, { body: send, key });
    const made = await renew(one);
    expect(made).toMatchObject({ status: 200, body: { renews: one } });
    expect(await renew(one)).toMatchObject({ status: 200, body: { id: made.body['id'] } });
    const count = async () => (await ask(triager, `${path}?familyId=${family.familyId}`)).body['total'];
    const before = await count();
    expect(await renew(other)).toMatchObject({
      status: 422,
      body: { type: '/consent/problems/idempotency-key-reused' },
    });
    expect(await count()).toBe(before);
  });
});

describe('who may use the register of bases', () => {
  it.each(['familiestuen:group-leader', 'db-solsikken:pedagogue', 'db-solsikken:health-visitor'])(
    '%s records and reads',
    async (held) => {
      const somebody = await municipality.person(held);
      const made = await record({}, newId(), somebody);
      expect([made.status, (await ask(somebody, `${path}/${String(made.body['id'])}`)).status]).toEqual([201, 200]);
    },
  );

  it('not a programme lead, a department’s system, a service or an operator', async () => {
    const others = [
      await municipality.person('familiestuen:programme-lead'),
      await municipality.system('dagtilbud', 'db-solsikken:referrer'),
      municipality.service('family-plan'),
      { ...triager, token: platform.operator.token },
    ];
    for (const actor of others) {
      expect((await record({}, newId(), actor)).status).toBe(403);
      expect((await ask(actor, `${path}?familyId=${family.familyId}`)).status).toBe(403);
    }
  });

  it('nobody from another municipality finds anything', async () => {
    const { body: basis } = await record();
    const stranger = await (await platform.municipality()).person('visitation:triager');
    expect((await ask(stranger, `${path}/${String(basis['id'])}`)).status).toBe(404);
    expect(await ask(stranger, `${path}?familyId=${family.familyId}`)).toMatchObject({
      status: 200,
      body: { items: [], total: 0 },
    });
  });
});
