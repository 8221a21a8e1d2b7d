import { FindHoldings, FindReaders, Looks, noGround, standingBasesIn } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { holdFunctions } from '@helhed/testing';
import { as } from '../../test/actors.js';
import { decline, tellStructure } from '../../test/cases.js';
import { citizen } from '../../test/child-views.js';
import {
  familyH,
  frida,
  gitte,
  kim,
  tie,
  trine,
  untie,
  vibeke,
  type Family,
  type Somebody,
} from '../../test/family-h.js';
import { barredFrom, events, logged, received } from '../../test/told.js';
import { film, letFilm, ownVideos, reference, video, videos } from '../../test/videos.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { daysAfter } from '../families/days-after.js';
import { holdings } from '../families/held-families.js';
import { readers } from '../families/readers-of-families.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';

let world: World;
let today: string;
beforeAll(async () => {
  world = await startWorld();
  const pairs = ['familiestuen:group-leader', 'familiestuen:pedagogue', 'db-stjernen:pedagogue'];
  await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, ...pairs));
  today = await world.database.inTransaction(nyborg, async (tx) => tx.today);
});
afterEach(() => world.live());
afterAll(() => world.stop());

async function filmed(family: Family): Promise<string> {
  await letFilm(world, family);
  return (await film(world, family, { filmedOn: today })).id;
}

describe('a video', () => {
  it('is registered by whom, of whom, where it is kept and until when; the reference stands encrypted', async () => {
    const family = await familyH(world);
    const id = await filmed(family);
    const shown = {
      id,
      familyId: family.familyId,
      programme: 'nyborg-familiestue',
      personIds: [family.maja, family.alma],
      unit: 'familiestuen',
      occasion: 'session',
      filmedOn: today,
      deleteOn: daysAfter(today, 90),
      reference,
      withheld: [],
    };
    expect(await video(world, id)).toEqual(shown);
    expect(await videos(world, family)).toEqual({ items: [shown], next: null, total: 1 });
    const [row] = await world.rows<{ text: string }>('SELECT v::text AS text FROM video v WHERE id = $1', [id]);
    expect(row?.text).not.toContain(reference);
    expect(row?.text).not.toContain(Buffer.from(reference).toString('hex'));
  });

  it('is told by ids and dates, and again by the snapshot', async () => {
    const family = await familyH(world);
    const videoId = await filmed(family);
    const { familyId } = family;
    const of = { videoId, familyId, programme: 'nyborg-familiestue' };
    expect((await events(world, familyId, 'video-registered')).map(({ data }) => data)).toEqual([
      { ...of, filmedOn: today, deleteOn: daysAfter(today, 90) },
    ]);
    const again = async () =>
      (await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, familyId)))
        .filter(({ type }) => type.includes('.video-'))
        .map(({ data }) => data);
    expect(await again()).toEqual([{ ...of, filmedOn: today, deleteOn: daysAfter(today, 90) }]);
    const day = daysAfter(today, 90);
    await world.live(day);
    await world.deletion.run();
    expect((await again())[1]).toEqual({ ...of, deletedOn: day });
  });

  it('is registered once for one Idempotency-Key, and answered again only to whom it still would be', async () => {
    const family = await familyH(world);
    await letFilm(world, family);
    const wish = { key: newId(), filmedOn: today };
    const made = await film(world, family, wish);
    expect(await film(world, family, wish)).toEqual(made);
    expect((await videos(world, family)).total).toBe(1);
    await barredFrom(world, gitte, family.jonas);
    await expect(film(world, family, wish)).rejects.toMatchObject({ problem: 'relative-record' });
    await expect(video(world, made.id)).rejects.toMatchObject({ problem: 'relative-record' });
  });

  it('is of members of the family, and the refusal is logged', async () => {
    const family = await familyH(world);
    await letFilm(world, family);
    const persons = [family.maja, newId()];
    await expect(film(world, family, { filmedOn: today, persons })).rejects.toMatchObject({ problem: 'not-a-member' });
    expect(await logged(world, family.maja)).toEqual([{ kind: 'look', act: 'video.register' }]);
    await expect(film(world, family, { filmedOn: today, by: trine })).rejects.toMatchObject({
      problem: 'family-unknown',
    });
  });
});

describe('without a basis of its own', () => {
  it.each<[string, (family: Family) => Promise<unknown>]>([
    ['nobody consented', async () => undefined],
    ['one who is seen in it is not covered', (family) => letFilm(world, family, [family.alma])],
    ['it is MIM’s', (family) => letFilm(world, family, undefined, { purpose: 'observation' })],
    ['it is another unit’s', (family) => letFilm(world, family, undefined, { toUnit: 'db-stjernen' })],
    ['it is over', (family) => letFilm(world, family, undefined, { validTo: '2026-02-01' })],
  ])('no video is registered: %s', async (_, give) => {
    const family = await familyH(world);
    await give(family);
    await expect(film(world, family, { filmedOn: today })).rejects.toMatchObject({
      kind: 'conflict',
      problem: 'basis-missing',
    });
    expect((await videos(world, family)).total).toBe(0);
    expect(await events(world, family.familyId, 'video-registered')).toEqual([]);
  });

  it('that is over meanwhile a video is withheld, and still deleted at its date', async () => {
    const family = await familyH(world);
    await letFilm(world, family, undefined, { validTo: daysAfter(today, 7) });
    const { id } = await film(world, family, { filmedOn: today });
    await world.live(daysAfter(today, 7));
    expect(await video(world, id)).toMatchObject({ withheld: [{ category: 'video', reason: 'basis-expired' }] });
    await world.live(daysAfter(today, 90));
    await world.deletion.run();
    await expect(video(world, id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('no video is registered while nobody can say whether the consent still holds', async () => {
    const family = await familyH(world);
    await letFilm(world, family);
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    await expect(film({ ...world, looks }, family, { filmedOn: today })).rejects.toMatchObject({
      kind: 'unavailable',
      problem: 'consent-unavailable',
    });
  });
});

describe('who sees it', () => {
  it.each<[string, Somebody]>([
    ['the day care’s contact pedagogue', kim],
    ['the school, a partner', trine],
    ['the coordinator', frida],
    ['another leader of the same group', { ...gitte, sub: 'gerda' }],
  ])('not %s: nothing tells that there is one', async (_, who) => {
    const family = await familyH(world);
    const id = await filmed(family);
    const none = { items: [], next: null, total: 0 };
    expect(await videos(world, family, who)).toEqual(none);
    await letFilm(world, family, undefined, { fromUnit: who.unit, toUnit: who.unit });
    expect(await videos(world, family, who)).toEqual(none);
    const [asked, stranger] = await Promise.all(
      [id, newId()].map((each) => video(world, each, who).catch((error: unknown) => error)),
    );
    expect(asked).toMatchObject({ kind: 'not-found' });
    expect(asked).toEqual(stranger);
  });

  it('not whoever filmed it, once nothing ties them to the family, for whom it is not there', async () => {
    const family = await familyH(world);
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support' });
    await letFilm(world, family, undefined, { toUnit: 'db-stjernen', fromUnit: 'db-stjernen' });
    const { id } = await film(world, family, { filmedOn: today, by: kim });
    expect(await video(world, id, kim)).toMatchObject({ reference, withheld: [] });
    await untie(world, family, kim);
    await expect(video(world, id, kim)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(videos(world, family, kim)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(video(world, id, gitte)).rejects.toMatchObject({ kind: 'not-found' });
    await world.live(daysAfter(today, 90));
    await world.deletion.run();
    expect(await world.rows('SELECT 1 FROM video WHERE id = $1 AND deleted_on IS NOT NULL', [id])).toHaveLength(1);
    await world.live();
  });

  it('not whoever has no relation to the family, for whom it is not there', async () => {
    const id = await filmed(await familyH(world));
    for (const who of [vibeke, { ...gitte, unit: 'another' }, { ...gitte, function: 'secretary' }])
      await expect(video(world, id, who)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('those who are seen in it read that it is there and until when, and whoever holds custody of the child', async () => {
    const family = await familyH(world);
    const id = await filmed(family);
    const read = { id, unit: 'familiestuen', occasion: 'session', filmedOn: today, deleteOn: daysAfter(today, 90) };
    const maja = await citizen(world, family.maja);
    for (const person of [family.maja, family.alma])
      expect(await ownVideos(world, maja, person)).toEqual({ items: [read], next: null, total: 1 });
    const jonas = await citizen(world, family.jonas);
    expect((await ownVideos(world, jonas, family.jonas)).total).toBe(0);
    await expect(ownVideos(world, jonas, family.maja)).rejects.toMatchObject({ kind: 'not-found' });
    const held = await as(maja, (someone) => new FindHoldings(world.looks, holdings).run(someone, family.maja));
    expect(held.filter(({ category }) => category === 'video')).toEqual([
      { category: 'video', count: 1, since: today, units: ['familiestuen'] },
    ]);
    const found = await as(maja, (someone) => new FindReaders(world.looks, readers).run(someone, family.maja));
    expect(found.filter(({ category }) => category === 'video')).toEqual([
      expect.objectContaining({ unit: 'familiestuen', function: 'group-leader', relation: 'videographer' }),
    ]);
  });
});

describe('at its date', () => {
  it('a video is deleted once by eight timers, and leaves ids and dates', async () => {
    const family = await familyH(world);
    const id = await filmed(family);
    await world.live(daysAfter(today, 89));
    await world.deletion.run();
    expect(await video(world, id)).toMatchObject({ withheld: [] });
    const day = daysAfter(today, 90);
    await world.live(day);
    await Promise.all(Array.from({ length: 8 }, () => world.deletion.run()));
    const [row] = await world.rows<Record<string, unknown>>(
      `SELECT persons, unit, function, sub, occasion, reference, deleted_on::text,
         (SELECT count(*)::int FROM video_due d WHERE d.video_id = v.id) AS due FROM video v WHERE id = $1`,
      [id],
    );
    const nothing = { persons: [], unit: null, function: null, sub: null, occasion: null, reference: null };
    expect(row).toEqual({ ...nothing, deleted_on: day, due: 0 });
    expect((await events(world, family.familyId, 'video-deleted')).map(({ data }) => data)).toEqual([
      { videoId: id, familyId: family.familyId, programme: 'nyborg-familiestue', deletedOn: day },
    ]);
    expect(await logged(world, family.alma)).toEqual([{ kind: 'command', act: 'video.delete' }]);
    expect((await videos(world, family)).total).toBe(0);
    const maja = await citizen(world, family.maja);
    expect((await ownVideos(world, maja, family.maja)).total).toBe(0);
  });

  it('a video goes with a family that is erased', async () => {
    const family = await received(world);
    await tie(world, family, 'coordinator', frida);
    await letFilm(world, family, undefined, { toUnit: frida.unit });
    const { id } = await film(world, family, { filmedOn: today, by: frida });
    await decline(world, family);
    await world.live('2101-01-01');
    expect(await world.erasure.run()).toBeGreaterThan(0);
    expect(await world.rows('SELECT 1 FROM video WHERE id = $1', [id])).toEqual([]);
    expect(await world.rows('SELECT 1 FROM video_due WHERE video_id = $1', [id])).toEqual([]);
  });
});
