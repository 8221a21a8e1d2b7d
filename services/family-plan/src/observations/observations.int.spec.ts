import { Looks, noGround, standingBasesIn } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { decline, startTriage, tellStructure } from '../../test/cases.js';
import { citizen } from '../../test/child-views.js';
import { tie, type Family } from '../../test/family-h.js';
import {
  accepted,
  amend,
  answer,
  letObserve,
  note,
  noted,
  observation,
  observations,
  offer,
  ownObservations,
  petra,
  seen,
  shown,
  withPsychologist,
} from '../../test/observations.js';
import { barredFrom, events, logged, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { daysAfter } from '../families/days-after.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';

let world: World;
let today: string;
beforeAll(async () => {
  world = await startWorld();
  today = await world.database.inTransaction(nyborg, async (tx) => tx.today);
});
afterEach(() => world.live());
afterAll(() => world.stop());

const withheld = (reason: string) => [{ category: 'observation', reason }];

describe('MIM', () => {
  it('is offered, accepted and noted; the psychologist reads it, and what was added beside it', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    expect(await observation(world, id)).toEqual(shown(family, id, today));
    await amend(world, id, 'Mor fortalte bagefter, at Alma havde sovet dårligt.');
    const { items, total } = await observations(world, family);
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        id,
        notes: [
          { number: 1, note: seen },
          { number: 2, notedOn: today },
        ],
      },
    ]);
  });

  it('that a parent declines is never noted, and a parent may accept later', async () => {
    const family = await withPsychologist(world);
    const { id } = await offer(world, family);
    await letObserve(world, family);
    await answer(world, id, 'declined');
    await answer(world, id, 'declined');
    await expect(note(world, id, { heldOn: today })).rejects.toMatchObject({ problem: 'observation-fixed' });
    await answer(world, id, 'accepted');
    expect(await observation(world, id)).toMatchObject({ state: 'accepted', heldOn: null, notes: [] });
    const states = (await events(world, family.familyId, 'observation-moved')).map(({ data }) => data['state']);
    expect(states).toEqual(['offered', 'declined', 'accepted']);
  });

  it('is told by ids, a code and dates, and again by the snapshot', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    const told = (await events(world, family.familyId, 'observation-moved')).at(-1);
    expect(told?.data).toEqual({
      observationId: id,
      familyId: family.familyId,
      programme: 'nyborg-familiestue',
      state: 'noted',
      on: today,
      deleteOn: daysAfter(today, 180),
    });
    const again = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, family.familyId));
    expect(again.filter(({ type }) => type.includes('observation-moved')).map(({ data }) => data)).toEqual([
      told?.data,
    ]);
  });

  it('stands encrypted, and happens once for one Idempotency-Key', async () => {
    const family = await withPsychologist(world);
    const [offering, noting, adding] = [newId(), newId(), newId()];
    const { id } = await offer(world, family, { key: offering });
    expect(await offer(world, family, { key: offering })).toEqual({ id, familyId: family.familyId });
    await answer(world, id, 'accepted');
    await letObserve(world, family);
    for (let each = 0; each < 2; each++) await note(world, id, { heldOn: today, key: noting });
    for (let each = 0; each < 2; each++) await amend(world, id, 'Et ord til.', petra, adding);
    expect((await observation(world, id)).notes).toHaveLength(2);
    expect((await observations(world, family)).total).toBe(1);
    const [row] = await world.rows<{ text: string }>(
      'SELECT n::text AS text FROM observation_note n WHERE observation_id = $1 AND number = 1',
      [id],
    );
    expect(row?.text).not.toContain(Buffer.from(seen).toString('hex'));
    await barredFrom(world, petra, family.jonas);
    await expect(offer(world, family, { key: offering })).rejects.toMatchObject({ problem: 'relative-record' });
  });

  it('is offered to a parent about a child of the family, in a programme that reaches it, and the refusal is logged', async () => {
    const family = await withPsychologist(world);
    const { familyId, maja, alma } = family;
    for (const wish of [{ personId: maja }, { parentId: alma }, { parentId: newId() }]) {
      await expect(offer(world, family, wish)).rejects.toMatchObject({ problem: 'not-a-member' });
      expect(await logged(world, familyId)).toEqual([{ kind: 'look', act: 'observation.offer' }]);
    }
    await expect(offer(world, family, { programme: 'another' })).rejects.toMatchObject({
      problem: 'programme-unknown',
    });
    await expect(offer(world, family, { by: { ...petra, sub: 'another' } })).rejects.toMatchObject({
      problem: 'family-unknown',
    });
    expect((await observations(world, family)).total).toBe(0);
  });
});

describe('without a basis of its own', () => {
  it.each<[string, (family: Family) => Promise<unknown>]>([
    ['nobody consented', async () => undefined],
    ['the child alone is covered', (family) => letObserve(world, family, [family.alma])],
    ['it is a disclosure', (family) => letObserve(world, family, undefined, { layer: 'disclosure', fromUnit: 'x' })],
    ['it is of another category', (family) => letObserve(world, family, undefined, { categories: ['plan'] })],
    ['it is another unit’s', (family) => letObserve(world, family, undefined, { toUnit: 'db-stjernen' })],
    ['it is over', (family) => letObserve(world, family, undefined, { validTo: '2026-02-01' })],
  ])('MIM is neither noted nor shown: %s', async (_, give) => {
    const family = await withPsychologist(world);
    const { id } = await offer(world, family);
    await answer(world, id, 'accepted');
    await give(family);
    await expect(note(world, id, { heldOn: today })).rejects.toMatchObject({
      kind: 'conflict',
      problem: 'basis-missing',
    });
    const one = await observation(world, id);
    expect(one).toMatchObject({ id, withheld: [{ category: 'observation' }] });
    expect(one).not.toHaveProperty('state');
    const [row] = await world.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM observation_note WHERE observation_id = $1',
      [id],
    );
    expect(row?.n).toBe(0);
  });

  it('that ended meanwhile nothing is added, nor is a repeat answered', async () => {
    const family = await withPsychologist(world);
    const { id } = await offer(world, family);
    await answer(world, id, 'accepted');
    await letObserve(world, family, undefined, { validTo: daysAfter(today, 7) });
    const key = newId();
    await note(world, id, { heldOn: today, key });
    await world.live(daysAfter(today, 7));
    await expect(amend(world, id, 'Et ord til.')).rejects.toMatchObject({ problem: 'basis-missing' });
    await expect(note(world, id, { heldOn: today, key })).rejects.toMatchObject({ problem: 'basis-missing' });
    expect(await observation(world, id)).toMatchObject({ withheld: withheld('basis-expired') });
  });

  it('MIM is not noted while nobody can say whether the consent still holds', async () => {
    const family = await withPsychologist(world);
    const id = await accepted(world, family);
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    await expect(note({ ...world, looks }, id, { heldOn: today })).rejects.toMatchObject({
      kind: 'unavailable',
      problem: 'consent-unavailable',
    });
    await expect(observation({ ...world, looks }, id)).rejects.toMatchObject({ problem: 'consent-unavailable' });
  });
});

describe('at its date', () => {
  it('is deleted with its notes, once by eight timers, and leaves ids, state and dates', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    await world.live(daysAfter(today, 179));
    await world.deletion.run();
    expect((await world.rows('SELECT 1 FROM observation_note WHERE observation_id = $1', [id])).length).toBe(1);
    const day = daysAfter(today, 180);
    await world.live(day);
    await Promise.all(Array.from({ length: 8 }, () => world.deletion.run()));
    const [row] = await world.rows<Record<string, unknown>>(
      `SELECT person_id, parent_id, unit, sub, state, offered_on::text, deleted_on::text,
         (SELECT count(*)::int FROM observation_note n WHERE n.observation_id = o.id) AS notes,
         (SELECT count(*)::int FROM observation_due d WHERE d.observation_id = o.id) AS due
       FROM observation o WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({
      person_id: null,
      parent_id: null,
      unit: null,
      sub: null,
      state: 'deleted',
      offered_on: today,
      deleted_on: day,
      notes: 0,
      due: 0,
    });
    const told = await events(world, family.familyId, 'observation-moved');
    expect(told.filter(({ data }) => data['state'] === 'deleted').map(({ data }) => data['on'])).toEqual([day]);
    expect(await logged(world, family.alma)).toEqual([{ kind: 'command', act: 'observation.delete' }]);
    await expect(observation(world, id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(answer(world, id, 'accepted')).rejects.toMatchObject({ kind: 'not-found' });
    expect((await observations(world, family)).total).toBe(0);
    const maja = await citizen(world, family.maja);
    expect((await ownObservations(world, maja, family.maja)).total).toBe(0);
  });

  it('an offer that came to nothing is deleted too, and what was noted since is kept from the day it was held', async () => {
    const family = await withPsychologist(world);
    const { id: declined } = await offer(world, family);
    await answer(world, declined, 'declined');
    const { id } = await offer(world, family);
    await answer(world, id, 'accepted');
    await letObserve(world, family);
    const later = daysAfter(today, 30);
    await world.live(later);
    await note(world, id, { heldOn: later });
    await world.live(daysAfter(today, 180));
    await world.deletion.run();
    expect((await observations(world, family)).items).toMatchObject([{ id, state: 'noted' }]);
  });

  it('goes with a family that is erased', async () => {
    const family = await received(world);
    await tie(world, family, 'team', petra);
    await startTriage(world, family);
    await tellStructure(world, family, 'ppr', { fromUnit: 'visitation' });
    const { id } = await offer(world, family);
    await decline(world, family);
    await world.live('2101-01-01');
    expect(await world.erasure.run()).toBeGreaterThan(0);
    expect(await world.rows('SELECT 1 FROM observation WHERE id = $1', [id])).toEqual([]);
    expect(await world.rows('SELECT 1 FROM observation_due WHERE observation_id = $1', [id])).toEqual([]);
  });
});
