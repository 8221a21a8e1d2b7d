import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClaimCheck, keepEmployeeRelation } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';

const bandCodes = ['infant', 'child', 'teenager', 'adult'];

describe("a group's heads by age", () => {
  let world: World;
  let claims: ClaimCheck;
  const asked: (string | undefined)[] = [];
  let status = 200;
  let infants = 1;
  const server = createServer((request, response) => {
    asked.push(request.url, request.headers.authorization);
    const [, enrolmentId] = /enrolments\/([^/]+)\/heads/.exec(request.url ?? '') ?? [];
    const bands = [
      { code: 'infant', heads: infants },
      { code: 'adult', heads: 2 },
    ];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ enrolmentId, on: '2026-10-01', bands, unknown: 1 }));
  });
  beforeAll(async () => {
    world = await World.make();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const owners = { 'family-plan': `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    claims = new ClaimCheck('scheduling', owners, { forMunicipality: async (code) => `token of ${code}` });
  });
  afterAll(async () => {
    server.close();
    await world.stop();
  });

  const seat = async (group: Awaited<ReturnType<World['group']>>, place: number, personId = newId()) => {
    const familyId = newId();
    await world.assign(group, place, familyId);
    await world.enrol(group, place, familyId, [{ personId, role: 'parent', households: [newId()] }], claims);
    return familyId;
  };
  const heads = async (group: { id: string }, actor = world.leader) => {
    const { heads: found } = await world.read(group, actor);
    return found && { ...found, bands: found.bands.map(({ heads: count }) => count) };
  };

  it('are asked of family-plan for the group’s first day, and summed over its families', async () => {
    const group = await world.group({ startsOn: '2026-10-01' });
    expect(await heads(group)).toEqual({ bands: [0, 0, 0, 0], unknown: 0, families: 0, withheld: 0 });
    await seat(group, 0);
    expect(asked).toEqual([
      expect.stringMatching(/^\/family-plan\/v1\/enrolments\/[0-9a-f-]{36}\/heads\?on=2026-10-01&programmeVersion=1$/),
      'Bearer token of 0450',
    ]);
    await seat(group, 1);
    expect(await heads(group)).toEqual({ bands: [2, 0, 0, 4], unknown: 2, families: 2, withheld: 0 });
    const { heads: shown } = await world.read(group);
    expect(shown!.bands.map(({ code }) => code)).toEqual(bandCodes);
    expect(shown!.bands[0]!.text).toEqual({ da: '0–2 år', en: '0–2 years' });
  });

  it('go with the family that leaves', async () => {
    const group = await world.group();
    const familyId = await seat(group, 0);
    await world.withdraw(familyId);
    expect(await heads(group)).toEqual({ bands: [0, 0, 0, 0], unknown: 0, families: 0, withheld: 0 });
    expect(await world.all('SELECT FROM family_heads WHERE family_id = $1', [familyId])).toEqual([]);
  });

  it.each(['own-person', 'relative'] as const)(
    'are without a family whose seat is withheld from the asker as its %s, however many come with it',
    async (kind) => {
      const told = [];
      for (const many of [0, 1, 5]) {
        const group = await world.group();
        const barred = { ...world.leader, sub: newId() };
        const personId = newId();
        await seat(group, 0);
        infants = many;
        await seat(group, 1, personId);
        infants = 1;
        const row = { relationId: newId(), sub: barred.sub, personId, kind, from: '2020-01-01', to: null };
        await world.inTx((tx) => keepEmployeeRelation(tx, row));
        const { places } = await world.read(group, barred);
        expect(places.map(({ taken, seat: shown }) => taken && !shown)).toEqual([
          false,
          true,
          false,
          false,
          false,
          false,
        ]);
        told.push(await heads(group, barred));
        expect(await heads(group)).toEqual({ bands: [1 + many, 0, 0, 4], unknown: 2, families: 2, withheld: 0 });
      }
      expect(told).toEqual(told.map(() => ({ bands: [1, 0, 0, 2], unknown: 1, families: 1, withheld: 1 })));
    },
  );

  it('are not known of a family that is erased (410), and waited for while the owner is down', async () => {
    const group = await world.group();
    status = 410;
    await seat(group, 0);
    expect(await heads(group)).toMatchObject({ families: 0 });
    status = 503;
    await expect(seat(group, 1)).rejects.toMatchObject({ kind: 'unavailable' });
    status = 200;
  });
});
