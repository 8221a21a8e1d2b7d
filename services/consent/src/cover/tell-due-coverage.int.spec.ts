import { asserted } from '../../test/asserted.js';
import { covers } from '../../test/covers.js';
import { as, matched, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const triager = triagerIn(nyborg);
/** A child of 14 who gets a voice of its own on 1 April 2027, covered by its parents' consent. */
async function recorded() {
  await world.live('2026-10-05');
  const family = matched();
  world.births.set(family.alma, '2012-04-01');
  await world.hear(...family.events);
  const basis = await as(triager, (actor) => world.recordBasis.run(actor, asserted(family)));
  const told = async () =>
    (await world.events(family.familyId)).map(({ type, data }) => ({
      type: type.split('.').at(-2),
      raised: data['raised'],
      alma: (data['coverage'] as { personId: string; state: string; from: string; to: string | null }[])
        .filter(({ personId }) => personId === family.alma)
        .map(({ state, from, to }) => [state, from, to]),
    }));
  const get = () => as(triager, (actor) => world.bases.get(actor, basis.id));
  return { family, basis, told, get };
}
const open = ['covered', '2026-09-03', null];
const near = [
  ['covered', '2026-09-03', '2027-04-01'],
  ['incomplete', '2027-04-01', null],
];

describe('a birthday after which a basis covers others', () => {
  it('is told when it is near, once, and raises nothing; no view names it', async () => {
    const { family, basis, told, get } = await recorded();
    expect(await told()).toEqual([{ type: 'basis-recorded', raised: undefined, alma: [open] }]);
    expect(await covers(world, basis.id, family.alma)).toEqual(near);
    await world.live('2027-03-01');
    expect(await world.coverage.run()).toBe(0);
    await world.live('2027-03-02');
    expect([await world.coverage.run(), await world.coverage.run()]).toEqual([1, 0]);
    expect((await told()).slice(1)).toEqual([{ type: 'basis-changed', raised: false, alma: near }]);
    expect(await get()).toEqual(basis);
    expect(JSON.stringify(await get())).not.toContain('2027-04-01');
    await world.live('2027-04-01');
    const today = await get();
    expect(today.coverage).toContainEqual({ person: family.alma, state: 'incomplete' });
    expect(today.version).toBe(basis.version);
  });

  it('is told at once where it went by while nobody told of it, raises the epoch, and says not when it was', async () => {
    const { told } = await recorded();
    await world.live('2027-05-01');
    expect(await world.coverage.run()).toBe(1);
    expect((await told()).at(-1)).toEqual({
      type: 'basis-changed',
      raised: true,
      alma: [['incomplete', '2026-09-03', null]],
    });
  });

  it('is not in what is told of the family again, until it is near', async () => {
    const { family, told } = await recorded();
    const again = async () =>
      JSON.stringify(await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, family.familyId)));
    expect(await again()).not.toContain('2027-04-01');
    await world.live('2027-03-02');
    expect(await again()).toContain('2027-04-01');
    expect(await told()).toHaveLength(1);
  });
});
