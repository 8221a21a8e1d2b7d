import { FindHoldings, type Actor } from '@helhed/access';
import { fakeCpr, linkedCitizen } from '@helhed/testing';
import { as } from '../../test/actors.js';
import { seat, startTriage } from '../../test/cases.js';
import { events, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { holdings } from './held-families.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const citizen = (person: string): Promise<Actor> =>
  world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, person));
const ask = (actor: Actor, person: string) =>
  as(actor, (someone) => new FindHoldings(world.looks, holdings).run(someone, person));
const cprs = (child: string): [string, string, string] => [
  fakeCpr({ birthDate: '1991-04-02' }),
  fakeCpr({ birthDate: '1989-09-12' }),
  fakeCpr({ birthDate: child }),
];
const today = () => world.database.inTransaction(nyborg, (tx) => Promise.resolve(tx.today));
const yearsAgo = (day: string, years: number) => `${Number(day.slice(0, 4)) - years}-01-01`;

describe('what is held here on a person', () => {
  it('is structure, name, address, custody and enrolment, each by what concerns the person', async () => {
    const day = await today();
    const family = await received(world, cprs(yearsAgo(day, 4)));
    await startTriage(world, family);
    const held = (category: string, count: number, changes: object = {}) => ({
      category,
      count,
      since: day,
      units: ['visitation'],
      ...changes,
    });
    const maja = await citizen(family.maja);
    expect(await ask(maja, family.maja)).toEqual([
      held('address', 1),
      held('custody', 1),
      held('family-structure', 1),
      held('identity', 1),
    ]);
    await seat(world, family);
    const units = ['familiestuen', 'visitation'];
    expect(await ask(maja, family.alma)).toEqual([
      held('address', 2, { units }),
      held('custody', 1, { units }),
      held('enrolment', 1, { units, since: '2026-09-03' }),
      held('family-structure', 1, { units }),
      held('identity', 1, { units }),
    ]);
  });

  it('is not told to a parent without custody, nor by custody of somebody who is of age', async () => {
    const day = await today();
    const [young, grown] = [
      await received(world, cprs(yearsAgo(day, 4))),
      await received(world, cprs(yearsAgo(day, 18))),
    ];
    await expect(ask(await citizen(young.jonas), young.alma)).rejects.toMatchObject({ problem: 'not-found' });
    expect(await ask(await citizen(young.maja), young.alma)).not.toEqual([]);
    await expect(ask(await citizen(grown.maja), grown.alma)).rejects.toMatchObject({ problem: 'not-found' });
    // that it is over, and not since when: that would be a birthday
    const [told] = await events(world, grown.familyId, 'custody-recorded');
    expect(told?.data).toMatchObject({ childId: grown.alma, from: null, to: day });
  });
});
