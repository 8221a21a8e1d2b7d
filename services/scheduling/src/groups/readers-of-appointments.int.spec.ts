import { FindReaders, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { holdFunctions, linkedCitizen, seenBy } from '@helhed/testing';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { CreateFeed } from '../feeds/create-feed.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { readers } from './readers-of-appointments.js';

describe('who may see what is held here on a person', () => {
  let world: World;
  let known: Known;
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
    const pairs = ['familiestuen:group-leader', 'anden-familiestue:group-leader', 'elsewhere:programme-lead'];
    await world.inTx((tx) =>
      holdFunctions(tx, ...pairs, 'familieafdelingen:family-coordinator', 'familiestuen:teacher'),
    );
  });
  afterAll(() => world.stop());

  const ask = async (person: string) => {
    const actor: Actor = await world.inTx((tx) => linkedCitizen(tx, person));
    return world.as(actor, () => new FindReaders(world.looks, readers).run(actor, person));
  };

  it('is who leads the group or the programme, and whoever has the calendar’s link while a consent lets it show', async () => {
    const group = await world.group();
    const maja = newId();
    const members = [{ personId: maja, role: 'parent' as const, households: [newId()] }];
    const { familyId } = await world.seat(group, 0, { members });
    const own = { 'elsewhere:programme-lead': ['appointments'], 'familiestuen:group-leader': ['appointments'] };
    expect(seenBy(await ask(maja))).toEqual(own);

    const basis = await known.mayHaveFeed(familyId);
    expect(seenBy(await ask(maja))).toEqual(own);
    const create = new CreateFeed(world.database, world.looks, new FindFeeds(world.looks));
    await world.as(world.leader, () => create.run(world.leader, { for: 'family', family: familyId, recipient: maja }));
    const found = await ask(maja);
    expect(seenBy(found)).toEqual({ ...own, 'familiestuen:link': ['appointments'] });
    expect(found.find(({ relation }) => relation === 'link')).toEqual({
      unit: 'familiestuen',
      function: null,
      relation: 'link',
      category: 'appointments',
      purpose: 'calendar-feed',
      bases: [basis],
    });
    await known.withdraw(basis, familyId);
    expect(seenBy(await ask(maja))).toEqual(own);
  });

  it('is nobody of another family’s seat', async () => {
    const group = await world.group();
    await world.seat(group, 0);
    expect(await ask(newId())).toEqual([]);
  });
});
