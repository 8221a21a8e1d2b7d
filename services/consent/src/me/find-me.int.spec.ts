import { as, citizen, ended, matched } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { FindOwnPersons } from '../pages/my/find-own-persons.js';
import { FindMe } from './find-me.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
});
afterAll(() => world.stop());

const me = (person: string) =>
  as(citizen(nyborg, person), (actor) => new FindMe(new FindOwnPersons(world.database, world.looks)).run(actor));

describe('who a citizen is here', () => {
  it('is the linked person and the children in its custody, and not the other parent; the look is logged', async () => {
    const { events, maja, alma } = matched();
    await world.hear(...events);
    expect(await me(maja)).toEqual({ personId: maja, children: [alma] });
    const [look] = await world.rows<{ subjects: string[]; purposes: string[] }>(
      `SELECT subjects, purposes FROM helhed.access_log WHERE act = 'me.read' ORDER BY id DESC LIMIT 1`,
    );
    expect([look?.subjects.toSorted(), look?.purposes]).toEqual([[maja, alma].toSorted(), ['own-insight']]);
  });

  it('has no child of whom custody has ended, from that day on', async () => {
    const { events, custody, jonas, alma } = matched();
    await world.hear(...events, ended(nyborg, custody[1]!, '2026-10-06'));
    expect((await me(jonas)).children).toEqual([alma]);
    await world.live('2026-10-06');
    expect((await me(jonas)).children).toEqual([]);
    await world.live('2026-10-05');
  });

  it('has no child who has come of age', async () => {
    const { events, maja, alma } = matched();
    world.births.set(alma, '2008-10-06');
    await world.hear(...events);
    expect((await me(maja)).children).toEqual([alma]);
    await world.live('2026-10-06');
    expect((await me(maja)).children).toEqual([]);
  });
});
