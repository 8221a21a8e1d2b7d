import { randomBytes } from 'node:crypto';
import { keepReferral } from '@helhed/access';
import { ProgrammePublished } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { nextEvent } from '../../test/events.js';
import { startTriage } from '../../test/cases.js';
import { barredFrom, events, logged, received } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { EndRelation } from './end-relation.js';
import { FindRelations } from './find-relations.js';
import type { SetRelation as Wish } from './relations.dto.js';
import { SetRelation } from './set-relation.js';

const programme = 'nyborg-familiestue';
let world: World;
beforeAll(async () => {
  world = await startWorld();
  const definition = { ...getDefinition(programme) };
  await world.applier.apply([nextEvent(nyborg, ProgrammePublished, { programme, version: 1, definition })]);
});
afterAll(() => world.stop());

const triager = personIn(nyborg);
const frida = { ...personIn(nyborg, 'family-coordinator', 'familieafdelingen'), sub: 'frida' };
const trine = { ...personIn(nyborg, 'teacher', 'skole-nord'), sub: 'trine' };
const coordinator = (familyId: string): Wish => ({
  familyId,
  programme,
  kind: 'coordinator',
  sub: 'frida',
  unit: 'familieafdelingen',
  function: 'family-coordinator',
});
const partner = (familyId: string): Wish => ({
  familyId,
  programme,
  kind: 'partner',
  unit: 'skole-nord',
  function: 'teacher',
});
const set = (wish: Wish, actor = triager, key?: string) =>
  as(actor, (someone) => new SetRelation(world.database, world.families).run(someone, wish), key);
const end = (id: string, version: number, actor = triager, on?: string) =>
  as(actor, (someone) => new EndRelation(world.database, world.families).run(someone, id, version, on));
const list = (familyId: string, actor = triager) =>
  as(actor, (someone) =>
    new FindRelations(world.looks, new Paging(randomBytes(32))).ofFamily(someone, familyId, { limit: 50 }),
  );
const replica = (id: string) =>
  world.rows('SELECT sub, unit, to_date IS NOT NULL AS ended FROM helhed.relation_replica WHERE id = $1', [id]);

describe('a relation', () => {
  it('ties somebody to the family: told, logged, kept for the decision, and listed', async () => {
    const { familyId } = await received(world);
    const relation = await set(coordinator(familyId));
    expect(relation).toMatchObject({ kind: 'coordinator', sub: 'frida', to: null, version: 1 });
    const [event] = await events(world, familyId, 'relation-set');
    expect(event?.data).toMatchObject({ relationId: relation.id, familyId, programme, sub: 'frida' });
    expect(await logged(world, familyId)).toEqual([{ kind: 'command', act: 'relation.set' }]);
    expect(await replica(relation.id)).toEqual([{ sub: 'frida', unit: 'familieafdelingen', ended: false }]);
    expect((await list(familyId)).items).toEqual([relation]);
  });

  it('that has not begun, or has ended, is not in the list', async () => {
    const { familyId } = await received(world);
    await set({ ...coordinator(familyId), from: '2099-01-01' });
    await set({ ...partner(familyId), from: '2020-01-01', to: '2020-02-01' });
    expect(await list(familyId)).toEqual({ items: [], next: null, total: 0 });
  });

  it('ends, is told and gives no reach from then on', async () => {
    const { familyId } = await received(world);
    const { id } = await set(coordinator(familyId));
    expect(await end(id, 1)).toMatchObject({ id, to: expect.any(String), version: 2 });
    expect(await events(world, familyId, 'relation-ended')).toHaveLength(1);
    expect(await replica(id)).toEqual([{ sub: 'frida', unit: 'familieafdelingen', ended: true }]);
    expect((await list(familyId)).total).toBe(0);
    await expect(end(id, 1)).rejects.toMatchObject({ problem: 'stale' });
    await expect(end(id, 2)).rejects.toMatchObject({ problem: 'already-ended' });
  });

  it('is set by nobody for themselves or the unit they act in, nor another kind than the function may', async () => {
    const { familyId } = await received(world);
    await expect(set(coordinator(familyId), frida)).rejects.toMatchObject({ problem: 'family-unknown' });
    await set(coordinator(familyId));
    await expect(set({ ...coordinator(familyId), sub: 'another' }, frida)).rejects.toMatchObject({
      problem: 'not-allowed',
    });
    const own = { ...coordinator(familyId), kind: 'team' as const, function: 'pedagogue' };
    await expect(set(own, frida)).rejects.toMatchObject({ problem: 'own-relation' });
    await expect(set({ ...partner(familyId), unit: 'visitation' })).rejects.toMatchObject({ problem: 'own-relation' });
    await expect(set({ ...coordinator(familyId), sub: triager.sub })).rejects.toMatchObject({
      problem: 'own-relation',
    });
    expect(await set({ ...own, sub: 'kim' }, frida)).toMatchObject({ kind: 'team', sub: 'kim' });
  });

  it('is ended by whom it names, and by no other without the function', async () => {
    const { familyId } = await received(world);
    const { id } = await set(partner(familyId));
    const elsewhere = { ...personIn(nyborg, 'teacher', 'skole-syd'), sub: 'another' };
    await expect(end(id, 1, elsewhere)).rejects.toMatchObject({ kind: 'not-found' });
    const { id: place } = await set(coordinator(familyId));
    const other = { ...frida, sub: 'other-coordinator' };
    await set({ ...coordinator(familyId), sub: other.sub });
    await expect(end(place, 1, other)).rejects.toMatchObject({ problem: 'not-allowed' });
    expect(await end(place, 1, frida)).toMatchObject({ version: 2 });
    expect(await end(id, 1, trine)).toMatchObject({ version: 2 });
  });

  it('is answered again, and logged, only to whom it still would be', async () => {
    const family = await received(world);
    const { familyId } = family;
    const key = newId();
    const made = await set(coordinator(familyId), triager, key);
    expect(await set(coordinator(familyId), triager, key)).toEqual(made);
    expect(await logged(world, familyId)).toEqual([{ kind: 'look', act: 'relation.set' }]);
    await barredFrom(world, triager, family.maja);
    await expect(set(coordinator(familyId), triager, key)).rejects.toMatchObject({ problem: 'relative-record' });
  });

  it('happens once for one Idempotency-Key, and leaves nothing behind when it is refused', async () => {
    const { familyId } = await received(world);
    const key = newId();
    expect(await set(coordinator(familyId), triager, key)).toEqual(await set(coordinator(familyId), triager, key));
    await expect(set(coordinator(familyId))).rejects.toMatchObject({ problem: 'relation-known' });
    await expect(set({ ...partner(familyId), programme: 'nothing' })).rejects.toMatchObject({
      problem: 'programme-unknown',
    });
    const unlogged = new SetRelation(world.database, world.families).run(triager, partner(familyId));
    await expect(unlogged).rejects.toThrow('needs an actor');
    expect([(await list(familyId)).total, (await events(world, familyId, 'relation-set')).length]).toEqual([1, 1]);
  });

  it('is in a programme in which whoever sets it reaches the family: a coordinator opens no other one', async () => {
    const other = 'esbjerg-familieraadslagning';
    const definition = { ...getDefinition(other) };
    await world.applier.apply([nextEvent(nyborg, ProgrammePublished, { programme: other, version: 1, definition })]);
    const { familyId } = await received(world);
    await set(coordinator(familyId));
    const team = { familyId, kind: 'team', sub: 'trine', unit: 'skole-nord', function: 'teacher' } as const;
    await expect(set({ ...team, programme: other }, frida)).rejects.toMatchObject({
      problem: 'programme-unknown',
      fields: [{ field: 'programme' }],
    });
    expect(await set({ ...team, programme }, frida)).toMatchObject({ programme });
  });

  it('is ended from its own programme alone: to whoever reaches the family in another it is not there', async () => {
    const other = 'esbjerg-familieraadslagning';
    const definition = { ...getDefinition(other) };
    await world.applier.apply([nextEvent(nyborg, ProgrammePublished, { programme: other, version: 1, definition })]);
    const family = await received(world);
    const { familyId } = family;
    const elsewhere = { ...personIn(nyborg, 'triager', 'raadslagning'), sub: 'ellen' };
    await startTriage(world, family);
    const referralId = newId();
    const theirs = { familyId, referralId, programme: other, programmeVersion: 1, referringUnit: 'db-solsikken' };
    await world.database.inTransaction(nyborg, (tx) =>
      keepReferral(tx, { ...theirs, kind: 'professional', receivedOn: '2026-09-01' }),
    );
    await startTriage(world, theirs, 'raadslagning', other);
    const { id } = await set(partner(familyId));
    const notThere = await end(newId(), 1, elsewhere).catch((refusal: unknown) => refusal);
    expect((await list(familyId, elsewhere)).items).toMatchObject([{ id, programme }]);
    await expect(end(id, 1, elsewhere)).rejects.toEqual(notThere);
    const { id: own } = await set({ ...partner(familyId), programme: other }, elsewhere);
    await expect(end(own, 1)).rejects.toEqual(notThere);
    expect(await end(own, 1, trine)).toMatchObject({ version: 2 });
    expect(await end(id, 1)).toMatchObject({ version: 2 });
  });

  it('is of a family that is known here; another municipality’s is not there', async () => {
    const { familyId } = await received(world);
    await expect(set(coordinator(newId()))).rejects.toMatchObject({ problem: 'family-unknown' });
    await expect(set(coordinator(familyId), personIn(esbjerg))).rejects.toMatchObject({ problem: 'family-unknown' });
    const { id } = await set(coordinator(familyId));
    await expect(end(id, 1, personIn(esbjerg))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('set or ended by many at once is so once', async () => {
    const { familyId } = await received(world);
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => set(coordinator(familyId))));
    const made = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value.id] : []));
    expect(made).toHaveLength(1);
    const ends = await Promise.allSettled(Array.from({ length: 12 }, () => end(made[0] as string, 1)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await events(world, familyId, 'relation-ended')).toHaveLength(1);
  });
});
