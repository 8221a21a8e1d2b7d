import { newId } from '@helhed/kernel';
import { matched } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const members = (familyId: string) =>
  world.rows<{ person_id: string; role: string }>(
    'SELECT person_id, role FROM family_member WHERE family_id = $1 ORDER BY role, person_id',
    [familyId],
  );

describe('persons matched', () => {
  it('makes the family known, by ids and roles alone', async () => {
    const { event, familyId, maja, jonas, alma } = matched();
    await world.applier.apply([event]);
    expect(await members(familyId)).toEqual([
      { person_id: alma, role: 'child' },
      ...[maja, jonas].toSorted().map((person) => ({ person_id: person, role: 'parent' })),
    ]);
  });

  it('is applied once, delivered twice, and once more under a restored source’s new numbers', async () => {
    const { event, familyId } = matched();
    for (const delivered of [event, event, { ...event, incarnation: newId() }]) await world.applier.apply([delivered]);
    expect(await members(familyId)).toHaveLength(3);
    expect(await world.rows('SELECT FROM helhed.parked_event')).toEqual([]);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const { event, familyId } = matched();
    const failing = world.database.inTransaction(nyborg, async (tx) => {
      await world.applier.effect(tx, event);
      throw new Error('cut off');
    });
    await expect(failing).rejects.toThrow('cut off');
    expect(await members(familyId)).toEqual([]);
  });
});
