import { birthDatesClaim } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { accountIn, as } from '../../test/actors.js';
import { refer } from '../../test/families.js';
import { logged } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { FindBirthDates } from './find-birth-dates.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const consent = (municipality = nyborg) => ({ ...accountIn(municipality, 'consent'), kind: 'service' as const });
const find = (familyId: string, municipality = nyborg) =>
  as(consent(municipality), (actor) => new FindBirthDates(world.database).run(actor, familyId));

describe('the birth dates of a family', () => {
  it('are told of who is not of age; of the others only that they are', async () => {
    const cpr = fakeCpr({ birthDate: '1991-04-12' });
    const { event, familyId } = refer(world, [
      { name: 'Maja', role: 'parent', cpr },
      { name: 'Alma', role: 'child', cpr: fakeCpr({ birthDate: '2022-02-17' }) },
      { name: 'Kusine', role: 'other', birthDate: '2020-01-02' },
      { name: 'Ukendt', role: 'child' },
      { name: 'Farmor', role: 'other' },
      { name: 'Stor', role: 'child', birthDate: '2001-01-02' },
    ]);
    await world.applier.apply([event]);
    const claim = birthDatesClaim.parse(await find(familyId));
    const told = claim.members.map(({ adult, birthDate }) => `${adult} ${birthDate}`);
    expect(told.toSorted()).toEqual(
      ['true null', 'false 2022-02-17', 'false 2020-01-02', 'false null', 'true null', 'true null'].toSorted(),
    );
    expect(JSON.stringify(claim)).not.toMatch(/1991|2001|Maja/);
    expect(await logged(world, familyId)).toEqual([{ kind: 'look', act: 'family.birth-dates' }]);
  });

  it('are none of an unknown family, another municipality’s, or one that is erased', async () => {
    const { event, familyId } = refer(world, [{ name: 'Maja', role: 'parent', cpr: fakeCpr() }]);
    await world.applier.apply([event]);
    for (const found of [find(newId()), find(familyId, esbjerg)])
      await expect(found).rejects.toMatchObject({ kind: 'not-found' });
    await world.asOwner(`SELECT helhed.enter('0450'); UPDATE family SET state = 'erased' WHERE id = '${familyId}'`);
    await expect(find(familyId)).rejects.toMatchObject({ kind: 'gone' });
  });
});
