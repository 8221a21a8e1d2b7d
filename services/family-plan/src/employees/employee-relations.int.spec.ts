import { randomBytes } from 'node:crypto';
import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { events, logged, received } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { EndEmployeeRelation } from './end-employee-relation.js';
import { FindEmployeeRelations } from './find-employee-relations.js';
import { SetEmployeeRelation } from './set-employee-relation.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const administrator = (municipality = nyborg) => ({
  ...personIn(municipality, 'administrator', 'personale'),
  sub: 'anne',
});
const set = (cpr: string, changes: object = {}, key?: string, municipality = nyborg) =>
  as(
    administrator(municipality),
    (actor) =>
      new SetEmployeeRelation(world.database).run(actor, {
        sub: 'gitte',
        kind: 'own-person',
        cpr,
        from: '2026-10-01',
        ...changes,
      }),
    key,
  );
const end = (id: string, version: number, on?: string, municipality = nyborg) =>
  as(administrator(municipality), (actor) => new EndEmployeeRelation(world.database).run(actor, id, version, on));
const list = (sub: string) =>
  as(administrator(), (actor) =>
    new FindEmployeeRelations(world.looks, new Paging(randomBytes(32))).page(actor, { sub, limit: 50 }),
  );
const barred = (personId: string) =>
  world.rows('SELECT sub, kind, to_date FROM helhed.barred_person WHERE person_id = $1', [personId]);
const withCprs = (): [string, string, string] => [fakeCpr(), fakeCpr(), fakeCpr()];

describe('an employee’s own person or relative', () => {
  it('who is known is barred at once, and the other services are told', async () => {
    const cprs = withCprs();
    const { maja } = await received(world, cprs);
    const relation = await set(`${cprs[0].slice(0, 6)}-${cprs[0].slice(6)}`);
    const [event] = await events(world, maja);
    expect(event).toMatchObject({
      name: 'employee-relation-set',
      data: { personId: maja, sub: 'gitte', kind: 'own-person' },
    });
    expect(await barred(maja)).toEqual([{ sub: 'gitte', kind: 'own-person', to_date: null }]);
    expect(await logged(world, maja)).toEqual([{ kind: 'command', act: 'employee-relation.set' }]);
    expect(Object.keys(relation).toSorted()).toEqual(['from', 'id', 'kind', 'sub', 'to', 'version']);
  });

  it('who is not known is told to nobody, and barred from the moment that a family has them', async () => {
    const cprs = withCprs();
    const outbox = () =>
      world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM helhed.outbox WHERE type LIKE '%employee%'`);
    const before = await outbox();
    const [known, unknown] = [withCprs(), cprs];
    await received(world, known);
    const answers = [await set(known[0]), await set(unknown[1], { kind: 'relative' })];
    expect(Object.keys(answers[0]!)).toEqual(Object.keys(answers[1]!));
    expect((await outbox())[0]?.n).toBe((before[0]?.n ?? 0) + 1);
    const { jonas } = await received(world, cprs);
    expect(await barred(jonas)).toEqual([{ sub: 'gitte', kind: 'relative', to_date: null }]);
    expect((await events(world, jonas)).map(({ name }) => name)).toEqual(['employee-relation-set']);
  });

  it('is listed without saying who it is, or whether they are known', async () => {
    const cprs = withCprs();
    await received(world, cprs);
    await set(cprs[0], { sub: 'sos' });
    await set(fakeCpr(), { sub: 'sos', kind: 'relative' });
    const { items, total } = await list('sos');
    expect(total).toBe(2);
    expect(items.map((item) => Object.keys(item).length)).toEqual([6, 6]);
    for (const cpr of cprs) expect(JSON.stringify(items)).not.toContain(cpr);
  });

  it('ends, told only where the person is known, and never by the employee', async () => {
    const cprs = withCprs();
    const { maja } = await received(world, cprs);
    const [known, unknown, own] = [await set(cprs[0]), await set(fakeCpr()), await set(fakeCpr(), { sub: 'anne' })];
    expect(await end(known.id, 1)).toMatchObject({ version: 2, to: expect.any(String) });
    expect(await end(unknown.id, 1)).toMatchObject({ version: 2, to: expect.any(String) });
    expect((await events(world, maja)).map(({ name }) => name)).toEqual([
      'employee-relation-set',
      'employee-relation-ended',
    ]);
    expect(await barred(maja)).toMatchObject([{ to_date: expect.any(Date) }]);
    await expect(end(own.id, 1)).rejects.toMatchObject({ problem: 'own-relation' });
    await expect(end(known.id, 2)).rejects.toMatchObject({ problem: 'already-ended' });
    await expect(end(known.id, 1, undefined, esbjerg)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(end(newId(), 1)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('happens once for one Idempotency-Key, and leaves nothing behind when it is refused', async () => {
    const cprs = withCprs();
    const { maja } = await received(world, cprs);
    const [key, cpr] = [newId(), cprs[0]];
    expect(await set(cpr, { sub: 'once' }, key)).toEqual(await set(cpr, { sub: 'once' }, key));
    // the second answer shows what the first did: a look of its own
    expect(await logged(world, maja)).toEqual([{ kind: 'look', act: 'employee-relation.set' }]);
    await expect(set(cpr, { sub: 'once', to: '2026-10-01' })).rejects.toMatchObject({
      problem: 'employee-relation-incomplete',
    });
    const wish = { sub: 'once', kind: 'relative' as const, cpr };
    await expect(new SetEmployeeRelation(world.database).run(administrator(), wish)).rejects.toThrow('needs an actor');
    expect((await list('once')).total).toBe(1);
  });

  it('is of its own municipality: the same number elsewhere is another person', async () => {
    const cprs = withCprs();
    const { maja } = await received(world, cprs);
    await set(cprs[0], {}, undefined, esbjerg);
    expect(await barred(maja)).toEqual([]);
  });

  it('declared while the person is being received is barred, whichever comes first', async () => {
    const tries = Array.from({ length: 24 }, withCprs);
    const referred = tries.map((cprs) => refer(world, majaJonasAndAlma(cprs)));
    await Promise.all([
      ...referred.map(({ event }) => world.applier.apply([event])),
      ...tries.map(([cpr]) => set(cpr, { sub: 'racer' })),
    ]);
    for (const { event } of referred) await world.applier.apply([event]);
    const bars = await world.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM helhed.barred_person b JOIN person p ON p.id = b.person_id WHERE b.sub = 'racer'`,
    );
    expect(bars[0]?.n).toBe(24);
  });

  it('whose person is erased is told so, and is barred anew when they come again', async () => {
    const cprs = withCprs();
    const { maja, familyId } = await received(world, cprs);
    await set(cprs[0], { sub: 'again' });
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE family SET erase_on = '2020-01-01' WHERE id = '${familyId}'`,
    );
    await world.erasure.run();
    expect((await events(world, maja)).map(({ name }) => name)).toEqual([
      'employee-relation-set',
      'employee-relation-ended',
    ]);
    const again = await received(world, cprs);
    expect(again.maja).not.toBe(maja);
    expect(await barred(again.maja)).toEqual([{ sub: 'again', kind: 'own-person', to_date: null }]);
  });
});
