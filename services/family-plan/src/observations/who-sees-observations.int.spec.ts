import { FindHoldings, FindReaders } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { holdFunctions } from '@helhed/testing';
import { as } from '../../test/actors.js';
import { takeBack } from '../../test/cases.js';
import { citizen } from '../../test/child-views.js';
import { frida, gitte, kim, letHold, tie, trine, untie, type Family, type Somebody } from '../../test/family-h.js';
import {
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
  shown,
  withPsychologist,
} from '../../test/observations.js';
import { barredFrom, events, logged } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { holdings } from '../families/held-families.js';
import { daysAfter } from '../families/days-after.js';
import { readers } from '../families/readers-of-families.js';

/** Of the same unit. */
const poul: Somebody = { ...petra, sub: 'poul' };
let world: World;
let today: string;
beforeAll(async () => {
  world = await startWorld();
  await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, 'ppr:psychologist', 'db-stjernen:pedagogue'));
  today = await world.database.inTransaction(nyborg, async (tx) => tx.today);
});
afterAll(() => world.stop());

describe('who sees the note', () => {
  it.each<[string, Somebody]>([
    ['the day care’s contact pedagogue', kim],
    ['the school, a partner', trine],
    ['the leader of the group', gitte],
    ['the coordinator', frida],
    ['another psychologist of the family’s team', poul],
  ])('not %s: nothing tells that the family was ever offered one', async (_, who) => {
    const [family, other] = [await withPsychologist(world), await withPsychologist(world)];
    for (const each of [family, other]) await tie(world, each, 'team', poul);
    const id = await noted(world, family, today);
    const none = { items: [], next: null, total: 0 };
    // the same as of a family that was offered none, also to whom a consent for the purpose itself is given
    for (const each of [family, other]) expect(await observations(world, each, who)).toEqual(none);
    await letObserve(world, family, undefined, { fromUnit: who.unit, toUnit: who.unit });
    expect(await observations(world, family, who)).toEqual(none);
    const [asked, stranger] = await Promise.all(
      [id, newId()].map((each) => observation(world, each, who).catch((error: unknown) => error)),
    );
    expect(asked).toMatchObject({ kind: 'not-found' });
    expect(asked).toEqual(stranger);
    await expect(note(world, id, { heldOn: today, by: who })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(answer(world, id, 'declined', who)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('nor another psychologist of the same unit, for whom it is not there', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    const other = poul;
    await expect(observation(world, id, other)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(amend(world, id, 'Et ord til.', other)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(observation(world, id, { ...petra, function: 'pedagogue' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('nor the psychologist who offered it, once nothing ties her to the family: it is not there, and deleted at its date', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    await untie(world, family, petra);
    const there = () => observations(world, family);
    await expect(there()).rejects.toMatchObject({ kind: 'not-found' });
    for (const done of [observation(world, id), amend(world, id, 'Et ord til.'), answer(world, id, 'declined')])
      await expect(done).rejects.toMatchObject({ kind: 'not-found' });
    const maja = await citizen(world, family.maja);
    const found = await as(maja, (someone) => new FindReaders(world.looks, readers).run(someone, family.maja));
    expect(found.filter(({ category }) => category === 'observation')).toEqual([]);
    // as a partner she reaches the family, and finds as little of it as others around the child
    await tie(world, family, 'partner', petra);
    expect(await there()).toEqual({ items: [], next: null, total: 0 });
    await expect(observation(world, id)).rejects.toMatchObject({ kind: 'not-found' });
    await tie(world, family, 'team', petra);
    expect(await observation(world, id)).toMatchObject({ notes: [{ note: expect.any(String) }], withheld: [] });
    await untie(world, family, petra);
    await world.live(daysAfter(today, 180));
    await world.deletion.run();
    expect(await world.rows('SELECT 1 FROM observation_note WHERE observation_id = $1', [id])).toEqual([]);
    await world.live();
  });

  it('nor whoever answers once the basis ended, and is not told by it that it was noted; to whom it is shown a refusal is a look', async () => {
    const family = await withPsychologist(world);
    const [{ id }, { id: open }] = [await offer(world, family), await offer(world, family)];
    await answer(world, id, 'accepted');
    const basis = await letObserve(world, family);
    await note(world, id, { heldOn: today });
    await expect(answer(world, id, 'declined')).rejects.toMatchObject({ problem: 'observation-fixed' });
    expect(await logged(world, family.maja)).toEqual([{ kind: 'look', act: 'observation.decline' }]);
    await expect(note(world, id, { heldOn: today })).rejects.toMatchObject({ problem: 'observation-fixed' });
    expect(await logged(world, family.maja)).toEqual([{ kind: 'look', act: 'observation.note' }]);
    const moved = await events(world, family.familyId, 'observation-moved');
    await takeBack(world, basis);
    expect(await answer(world, id, 'declined')).toEqual({ id, familyId: family.familyId });
    expect(await answer(world, open, 'declined')).toEqual({ id: open, familyId: family.familyId });
    expect((await events(world, family.familyId, 'observation-moved')).length).toBe(moved.length + 1);
  });

  it('not a psychologist whose relative is in the family', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    await barredFrom(world, petra, family.jonas);
    await expect(observation(world, id)).rejects.toMatchObject({ problem: 'relative-record' });
    await expect(amend(world, id, 'Et ord til.')).rejects.toMatchObject({ problem: 'relative-record' });
  });
});

describe('the parents', () => {
  const own = (family: Family, id: string) => {
    const { familyId: _f, programme: _p, parentId: _a, ...read } = shown(family, id, today);
    return { items: [read], next: null, total: 1 };
  };

  it('read it: who was observed, of oneself and of the child in custody, and nobody is told which parent it was', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    const maja = await citizen(world, family.maja);
    expect(await ownObservations(world, maja, family.maja)).toEqual(own(family, id));
    expect(await ownObservations(world, maja, family.alma)).toEqual(own(family, id));
  });

  it('who were not observed read by custody that the child was, in which state and when, and not what was seen', async () => {
    const family = await withPsychologist(world);
    const { alma, jonas, maja } = family;
    const id = await noted(world, family, today);
    await letHold(world, family, jonas);
    const him = await citizen(world, jonas);
    const {
      items: [whole],
    } = own(family, id);
    const { notes: _notes, ...rest } = whole as { notes?: unknown };
    const withheldFromHim = [{ category: 'observation', reason: 'not-for-you' }];
    expect((await ownObservations(world, him, alma)).items).toEqual([{ ...rest, withheld: withheldFromHim }]);
    const held = async (someone: typeof him) => {
      const all = await as(someone, (actor) => new FindHoldings(world.looks, holdings).run(actor, alma));
      return all.filter(({ category }) => category === 'observation');
    };
    const counted = [{ category: 'observation', count: 1, since: today, units: ['ppr'] }];
    expect([await held(him), await held(await citizen(world, maja))]).toEqual([counted, counted]);
  });

  it('the child itself reads it, once it is old enough', async () => {
    const family = await withPsychologist(world);
    const id = await noted(world, family, today);
    expect(await ownObservations(world, await citizen(world, family.alma), family.alma)).toEqual(own(family, id));
  });

  it('who did not take part reads nothing of it as the own, nor of the other’s', async () => {
    const family = await withPsychologist(world);
    await noted(world, family, today);
    const jonas = await citizen(world, family.jonas);
    expect(await ownObservations(world, jonas, family.jonas)).toEqual({ items: [], next: null, total: 0 });
    await expect(ownObservations(world, jonas, family.maja)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('find it among what is held on each of the two, and who may see it', async () => {
    const family = await withPsychologist(world);
    await noted(world, family, today);
    const maja = await citizen(world, family.maja);
    const held = await as(maja, (someone) => new FindHoldings(world.looks, holdings).run(someone, family.maja));
    expect(held.filter(({ category }) => category === 'observation')).toEqual([
      { category: 'observation', count: 1, since: today, units: ['ppr'] },
    ]);
    const found = await as(maja, (someone) => new FindReaders(world.looks, readers).run(someone, family.maja));
    expect(found.filter(({ category }) => category === 'observation')).toEqual([
      {
        unit: 'ppr',
        function: 'psychologist',
        relation: 'observer',
        category: 'observation',
        purpose: 'observation',
        bases: [expect.any(String)],
      },
    ]);
  });
});
