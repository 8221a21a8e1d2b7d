import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workers } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';

let platform: TestPlatform;
let municipality: TestMunicipality;
let officer: TestActor;

beforeAll(async () => {
  platform = await startPlatform({ services: ['consent'] });
  municipality = await platform.municipality();
  officer = await municipality.person('visitation:data-protection-officer');
}, 300_000);
afterAll(() => platform?.stop());

async function ask(actor: { token(): Promise<string> }, method: 'GET' | 'POST', path: string, body?: unknown) {
  const headers = new Headers({ authorization: `Bearer ${await actor.token()}` });
  if (body !== undefined) headers.set('content-type', 'application/json');
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(`${platform.url}/consent/v1/${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const asOwner = (sql: string) => {
  const owner = new Workers(platform.databases.consent.owner);
  return owner.query(sql).finally(() => owner.close());
};
const verify = async () => {
  const { body } = await ask(platform.operator, 'POST', 'operations/look-ups:verify');
  const all = body['municipalities'] as { municipality: string; rows: number; faults: object[] }[];
  return all.find((each) => each.municipality === municipality.code);
};

describe('the register of look-ups over HTTP', () => {
  it('has a row for each look of consent itself, and is whole', async () => {
    for (let n = 0; n < 3; n++) expect((await ask(officer, 'GET', 'look-up-samples')).status).toBe(200);
    for (const end = Date.now() + 60_000; ((await verify())?.rows ?? 0) < 4 && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 200));
    // the municipality's registration is a row too
    expect(await verify()).toMatchObject({ rows: 4, faults: [] });
  });

  it('answers no look that cannot be noted: 503, and nothing of what was asked for', async () => {
    await asOwner('REVOKE INSERT ON helhed.access_log FROM consent_app');
    const refused = await ask(officer, 'GET', 'look-up-samples');
    expect([refused.status, refused.body]).toMatchObject([503, { type: expect.stringContaining('log-unavailable') }]);
    expect(refused.body).not.toHaveProperty('items');
    await asOwner('GRANT INSERT ON helhed.access_log TO consent_app');
    expect((await ask(officer, 'GET', 'look-up-samples')).status).toBe(200);
  });

  it('is for the data protection officer, and deferred by those with authority, each in their own unit', async () => {
    const caseworker = await municipality.person('visitation:caseworker');
    const body = { reason: 'Undersøgelse pågår', until: '2099-01-01' };
    for (const path of [`look-ups/${newId()}:confirm-deferral`, `look-up-samples/${newId()}:review`]) {
      const [may, mayNot] = path.startsWith('look-ups') ? [caseworker, officer] : [officer, caseworker];
      const sent = path.endsWith('review') ? { finding: 'in-order' } : undefined;
      expect([path, (await ask(may, 'POST', path, sent)).status]).toEqual([path, 404]);
      expect([path, (await ask(mayNot, 'POST', path, sent)).status]).toEqual([path, 403]);
    }
    expect((await ask(caseworker, 'POST', `look-ups/${newId()}:defer`, body)).status).toBe(404);
    expect((await ask(caseworker, 'GET', 'look-up-samples')).status).toBe(403);
    expect((await ask(officer, 'POST', 'operations/look-ups:verify')).status).toBe(403);
  });

  it('says so in its log when it is told where to keep signed heads', async () => {
    const said = await readFile(join(platform.dataDir, 'consent-0.log'), 'utf8');
    expect(said).not.toContain('LOOK_UP_HEADS is not set');
  });
});
