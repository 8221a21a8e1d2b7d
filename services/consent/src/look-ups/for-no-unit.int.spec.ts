import { newId } from '@helhed/kernel';
import { inDays } from '../../test/in-days.js';
import { acting, aLook, as, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';

let world: LookUps;
beforeAll(async () => void (world = await startLookUps()));
afterAll(() => world?.stop());

const notThere = { problem: 'not-found' };

describe('a look whose act alone tells too much', () => {
  it.each([
    'employee-relation.set',
    'group.join-staff',
    'observation.list',
    'observation.note',
    'video.list',
    'video.register',
  ])('is in no unit’s list, total or deferral, and told to the family: %s', async (act) => {
    const anna = acting('visitation', 'caseworker');
    const [familyId, maja] = [newId(), newId()];
    await world.asOwner(
      'INSERT INTO family_member (municipality, family_id, person_id, role) VALUES ($1, $2, $3, $4)',
      [nyborg, familyId, maja, 'parent'],
    );
    const [look, other] = [
      aLook({ act, subjects: [familyId, maja] }),
      aLook({ act: 'group.read', subjects: [familyId] }),
    ];
    const listed = () => as(anna, (actor) => world.unitLookUps.page(actor, familyId, { limit: 1 }));
    const body = { reason: 'Undersøgelse pågår', until: inDays(30) };
    await world.append([look]);
    await expect(listed()).rejects.toMatchObject(notThere);
    await expect(as(anna, (actor) => world.deferring.run(actor, look.id, body))).rejects.toMatchObject(notThere);
    await world.append([other]);
    expect(await listed()).toMatchObject({ items: [{ id: other.id }], total: 1, next: null });
    expect((await world.seenOf(maja)).items.map(({ id }) => id)).toEqual([other.id, look.id]);
  });
});
