import { randomUUID } from 'node:crypto';
import { keepReferral, keepSeat, type Actor } from '@helhed/access';
import { Database, dataSource, PersonalData } from '@helhed/database';
import { municipalityCode, newId } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { fakeCpr, startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { Enrolment } from '../src/enrolments/enrolment.js';
import { entities } from '../src/entities.js';
import { Family } from '../src/families/family.js';
import { receiveFamily } from '../src/families/receive-family.js';
import { ProgrammeCopy } from '../src/programmes/programme-copy.js';
import { as, personIn } from './actors.js';
import { inPlatform } from './platform-rows.js';

const [familyId, erasedId, dueId, home, cpr] = [newId(), newId(), newId(), newId(), fakeCpr()];
const day = 86_400_000;
const fiveYears = 5 * 365 * day;
const dueOn = new Date(Date.now() + fiveYears).toISOString().slice(0, 10);
const enrolment = {
  id: newId(),
  familyId,
  referralId: newId(),
  programme: 'nyborg-familiestue',
  placeId: newId(),
  groupId: newId(),
};

const received = {
  programme: enrolment.programme,
  programmeVersion: 1,
  referringUnit: 'db-solsikken',
  kind: 'professional',
  receivedOn: '2026-09-01',
} as const;

let platform: TestPlatform;
let municipality: TestMunicipality;

/** A family in one enrolment, one that is erased, and one that is to be, far ahead. */
async function seed(): Promise<void> {
  const source = await dataSource({ url: platform.databases['family-plan'].app, entities }).initialize();
  const database = new Database(source, new PersonalData(JSON.parse(platform.installation.dataKeys['family-plan'])));
  const code = municipalityCode(municipality.code);
  const work = ({ municipality: here }: Actor) =>
    database.inTransaction(here, async (tx) => {
      const members = [{ id: newId(), role: 'parent' as const, name: 'Maja Holm', cpr, households: [home] }];
      const households = [{ ref: home, address: 'Egevej 4, 5800 Nyborg' }];
      const referringUnit = 'db-solsikken';
      await receiveFamily(tx, {
        referralId: enrolment.referralId,
        referringUnit,
        familyId,
        version: 1,
        households,
        members,
      });
      await tx.manager.insert(Enrolment, { municipality: code, ...enrolment, enrolledOn: '2026-09-14' });
      await keepReferral(tx, { ...received, familyId, referralId: enrolment.referralId });
      await keepReferral(tx, { ...received, familyId: dueId, referralId: newId() });
      await keepSeat(tx, { ...enrolment, seatId: newId(), unit: 'familiestuen' });
      const definition = forMunicipality(getDefinition(enrolment.programme), code);
      await tx.manager.insert(ProgrammeCopy, { municipality: code, code: enrolment.programme, version: 1, definition });
      await tx.manager.insert(Family, { municipality: code, id: erasedId, state: 'erased', version: 3 });
      await tx.manager.insert(Family, {
        municipality: code,
        id: dueId,
        state: 'prospective',
        eraseOn: dueOn,
        version: 2,
      });
    });
  await as(personIn(code), work);
  await source.destroy();
}

beforeAll(async () => {
  platform = await startPlatform({ services: ['family-plan'] });
  municipality = await platform.municipality();
  await seed();
}, 300_000);
afterAll(() => platform?.stop());

async function get(actor: TestActor, path: string) {
  const headers = { authorization: `Bearer ${await actor.token()}` };
  const response = await fetch(`${platform.url}/family-plan/v1/${path}`, { headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}
const paths = [`families/${familyId}`, `families/${familyId}/enrolments`, 'enrolments'];
const visible = { ...enrolment, enrolledOn: '2026-09-14', endedOn: null, withheld: [] };

describe('families over HTTP', () => {
  it('are shown with names and homes, under an ETag, and no CPR number', async () => {
    const triager = await municipality.person('visitation:triager');
    const { status, headers, body } = await get(triager, `families/${familyId}`);
    expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([
      200,
      expect.stringMatching(/^"1-/),
      'no-store',
    ]);
    expect(body).toMatchObject({
      state: 'prospective',
      members: [{ name: 'Maja Holm', role: 'parent', households: [home] }],
    });
    expect(JSON.stringify(body)).not.toContain(cpr);
  });

  it('are listed by what they are enrolled in', async () => {
    const leader = await municipality.person('familiestuen:group-leader');
    for (const path of [
      `families/${familyId}/enrolments`,
      'enrolments',
      `enrolments?programme=${enrolment.programme}&groupId=${enrolment.groupId}`,
    ])
      expect(await get(leader, path)).toMatchObject({ status: 200, body: { items: [visible], total: 1, next: null } });
    expect(await get(leader, 'enrolments?programme=another')).toMatchObject({
      status: 200,
      body: { items: [], total: 0 },
    });
  });

  it('that are not there, or no longer, are 404, and a wrong query is 400', async () => {
    const triager = await municipality.person('visitation:triager');
    const others = [
      `families/${randomUUID()}`,
      `families/${cpr}`,
      `families/${erasedId}`,
      `families/${erasedId}/custody`,
    ];
    for (const path of [...others, `families/${randomUUID()}/enrolments`])
      expect(await get(triager, path)).toMatchObject({
        status: 404,
        body: { type: '/family-plan/problems/not-found' },
      });
    expect(await get(triager, `enrolments?groupId=${cpr}`)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'groupId', rule: 'format' }] },
    });
  });
});

describe('who may look at families', () => {
  it('whoever has a relation to them: to others they are not there', async () => {
    const statuses = async (held: string) => {
      const somebody = await municipality.person(held);
      return Promise.all(paths.map(async (path) => (await get(somebody, path)).status));
    };
    for (const held of ['visitation:triager', 'familiestuen:group-leader'])
      expect([held, await statuses(held)]).toEqual([held, [200, 200, 200]]);
    for (const held of ['visitation:group-leader', 'db-solsikken:pedagogue', 'familieafdelingen:family-coordinator'])
      expect([held, await statuses(held)]).toEqual([held, [404, 404, 200]]);
    const [lead, others] = [await municipality.person('visitation:programme-lead'), 'visitation:group-leader'];
    expect(await get(lead, 'enrolments')).toMatchObject({ status: 200, body: { items: [visible], total: 1 } });
    expect(await get(await municipality.person(others), 'enrolments')).toMatchObject({ body: { items: [], total: 0 } });
  });

  it('not a department’s system, a service or an operator', async () => {
    const others = [
      await municipality.system('dagtilbud', 'db-solsikken:referrer'),
      municipality.service('consent'),
      { sub: 'operator', name: 'operator', token: platform.operator.token },
    ];
    for (const actor of others) for (const path of paths) expect((await get(actor, path)).status).toBe(403);
  });

  it('of one that was merged into another, whoever reaches that one is sent to it', async () => {
    const mergedId = newId();
    await inPlatform(platform, municipality, ({ manager, municipality: code }) =>
      manager.insert(Family, {
        municipality: code,
        id: mergedId,
        state: 'prospective',
        mergedInto: familyId,
        version: 2,
      }),
    );
    const leader = await municipality.person('familiestuen:group-leader');
    const headers = { authorization: `Bearer ${await leader.token()}` };
    for (const rest of ['', '/enrolments?limit=2', '/relations']) {
      const address = `${platform.url}/family-plan/v1/families/${mergedId}${rest}`;
      const answer = await fetch(address, { headers, redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([
        308,
        `/family-plan/v1/families/${familyId}${rest}`,
      ]);
    }
    const followed = await get(leader, `families/${mergedId}`);
    expect(followed).toMatchObject({ status: 200, body: { id: familyId } });
    expect((await get(await municipality.person('visitation:group-leader'), `families/${mergedId}`)).status).toBe(404);
  });

  it('nobody from another municipality finds anything', async () => {
    const stranger = await (await platform.municipality()).person('visitation:triager');
    expect((await get(stranger, `families/${familyId}`)).status).toBe(404);
    expect((await get(stranger, `families/${erasedId}`)).status).toBe(404);
    expect(await get(stranger, 'enrolments')).toMatchObject({ status: 200, body: { items: [], total: 0 } });
  });
});

describe('a family that is to be erased', () => {
  it('is, by a timer, once the municipality’s clock has come to its day', async () => {
    const triager = await municipality.person('visitation:triager');
    expect(await get(triager, `families/${dueId}`)).toMatchObject({ status: 200, body: { eraseOn: dueOn } });
    const moved = await fetch(`${platform.url}/family-plan/v1/operations/clock/${municipality.code}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await platform.operator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMs: fiveYears + 2 * day }),
    });
    expect(moved.status).toBe(200);
    let status = 200;
    for (let tries = 0; status === 200 && tries < 400; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      ({ status } = await get(triager, `families/${dueId}`));
    }
    expect(status).toBe(404);
  });
});
