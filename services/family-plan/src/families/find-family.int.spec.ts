import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { as, personIn } from '../../test/actors.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { FamilyView } from './families.dto.js';
import { FindFamily } from './find-family.js';

let world: World;
let families: FindFamily;
beforeAll(async () => {
  world = await startWorld();
  families = new FindFamily(world.looks);
});
afterAll(() => world.stop());

const [triager, elsewhere] = [personIn(nyborg), personIn(esbjerg)];
const look = (id: string, actor = triager) => as(actor, (someone) => families.get(someone, id));
async function received() {
  const cprs: [string, string, string] = [fakeCpr(), fakeCpr(), fakeCpr({ birthDate: '2022-02-17' })];
  const { event, familyId } = refer(world, majaJonasAndAlma(cprs));
  await world.applier.apply([event]);
  return { familyId, cprs };
}
const looks = (familyId: string) =>
  world.rows<{ subjects: string[]; function: string }>(
    `SELECT subjects, function FROM helhed.access_log WHERE kind = 'look' AND subjects @> ARRAY[$1::uuid]`,
    [familyId],
  );

describe('a look at a family', () => {
  it('shows names, ages and homes, never a CPR number, and is logged with everybody it shows', async () => {
    const { familyId, cprs } = await received();
    const shown = FamilyView.parse(await look(familyId));
    expect(shown.members?.map(({ name, role }) => [name, role])).toEqual(
      expect.arrayContaining([
        ['Maja Holm', 'parent'],
        ['Jonas Dahl', 'parent'],
        ['Alma Holm Dahl', 'child'],
      ]),
    );
    const alma = shown.members?.find(({ role }) => role === 'child');
    expect(alma).toMatchObject({ birthDate: '2022-02-17', households: shown.households?.map(({ id }) => id) });
    const maja = shown.members?.find(({ name }) => name === 'Maja Holm');
    expect(shown.members?.flatMap(({ custodyHolders = [] }) => custodyHolders)).toEqual([maja?.personId]);
    expect(alma?.custodyHolders).toEqual([maja?.personId]);
    expect(shown.households?.map(({ address }) => address)).toContain('Egevej 4, 5800 Nyborg');
    for (const cpr of cprs) expect(JSON.stringify(shown)).not.toContain(cpr);
    const [logged] = await looks(familyId);
    expect(logged?.subjects.toSorted()).toEqual(
      [familyId, ...(shown.members ?? []).map(({ personId }) => personId)].toSorted(),
    );
    expect(logged?.function).toBe('triager');
  });

  it('is not answered when it cannot be logged', async () => {
    const { familyId } = await received();
    await expect(families.get(triager, familyId)).rejects.toThrow('an access log row needs an actor');
  });

  it('finds nothing in another municipality, and nothing that was never there', async () => {
    const { familyId } = await received();
    await expect(look(familyId, elsewhere)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(look(newId())).rejects.toMatchObject({ kind: 'not-found' });
    expect(await looks(familyId)).toEqual([]);
  });

  it('does not say that a family was there and is erased', async () => {
    const { familyId } = await received();
    await world.database.inTransaction(nyborg, (tx) =>
      tx.query(`UPDATE family SET state = 'erased' WHERE id = $1`, [familyId]),
    );
    await expect(look(familyId)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
