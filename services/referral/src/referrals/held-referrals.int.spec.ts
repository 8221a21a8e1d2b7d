import { FindHoldings, keepCustody, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { linkedCitizen } from '@helhed/testing';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { holdings } from './held-referrals.js';

describe('what is held here on a person', () => {
  let world: World;
  let known: Known;
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
  });
  afterAll(() => world.stop());

  const citizen = (person: string): Promise<Actor> => world.react((tx) => linkedCitizen(tx, person));
  const ask = (actor: Actor, person: string) =>
    world.as(actor, () => new FindHoldings(world.looks, holdings).run(actor, person));

  it('is each section of the referrals about the person, and of those about a child in custody', async () => {
    const { id } = await world.underTriage();
    const [anna, bo, clara] = (await known.match(id)) as [string, string, string];
    const since = '2026-11-05';
    const expected = [
      { category: 'referral-content', count: 1, since, units: ['db-solsikken', 'visitation'] },
      { category: 'referral-outcome', count: 1, since, units: ['visitation'] },
      { category: 'referral-triage', count: 1, since, units: ['visitation'] },
    ];
    const actor = await citizen(anna);
    expect(await ask(actor, anna)).toEqual(expected);
    await expect(ask(actor, clara)).rejects.toMatchObject({ problem: 'not-found' });
    const custody = { custodyId: newId(), familyId: newId(), childId: clara, holderId: anna, from: null, to: null };
    await world.react((tx) => keepCustody(tx, custody));
    expect(await ask(actor, clara)).toEqual(expected);
    await expect(ask(actor, bo)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is nothing of referrals about others', async () => {
    const person = newId();
    expect(await ask(await citizen(person), person)).toEqual([]);
  });
});
