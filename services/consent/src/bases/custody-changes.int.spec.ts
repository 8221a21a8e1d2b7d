import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { covers } from '../../test/covers.js';
import { as, ended, held, matched, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import type { BasisView, RecordBasis } from './bases.dto.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
beforeEach(() => world.live('2026-10-05'));

type Family = ReturnType<typeof matched>;
const triager = triagerIn(nyborg);
const known = async (): Promise<Family> => {
  const family = matched();
  await world.hear(...family.events);
  return family;
};
const record = (family: Family, changes: Partial<RecordBasis> = {}) =>
  as(triager, (actor) => world.recordBasis.run(actor, asserted(family, changes)));
const add = ({ id, version }: Pick<BasisView, 'id' | 'version'>, person: string) =>
  as(triager, (actor) =>
    world.addConsent.run(actor, id, version, {
      givenBy: [person],
      how: 'written',
      givenOn: '2026-10-01',
      evidence: 'Brev 7',
    }),
  );
const get = (id: string) => as(triager, (actor) => world.bases.get(actor, id));
const state = (view: Pick<BasisView, 'coverage'>, person: string) =>
  view.coverage.find((each) => each.person === person)?.state;
const epoch = async () =>
  Number((await world.rows<{ value: string }>('SELECT value FROM epoch_counter'))[0]?.value ?? 0);
const told = async ({ familyId }: Family) => (await world.events(familyId)).at(-1);

describe('custody', () => {
  it('that ends makes the former holder’s consent needless, and that begins makes the new holder’s needed', async () => {
    const family = await known();
    const basis = await record(family, { givenBy: [family.maja], persons: [family.maja, family.alma] });
    expect(state(basis, family.alma)).toBe('incomplete');
    await world.hear(ended(nyborg, family.custody[1]!, '2026-10-01'));
    const before = await epoch();
    const after = await get(basis.id);
    expect(state(after, family.alma)).toBe('covered');
    const earlier = ['incomplete', '2026-09-03', '2026-10-01'];
    expect(await covers(world, basis.id, family.alma)).toEqual([earlier, ['covered', '2026-10-01', null]]);
    const { familyId, alma: childId } = family;
    await world.hear(held(nyborg, { familyId, childId, holderId: newId(), from: '2026-10-20' }));
    const upTo = ['covered', '2026-10-01', '2026-10-20'];
    expect(await covers(world, basis.id, childId)).toEqual([earlier, upTo, ['incomplete', '2026-10-20', null]]);
    expect([await epoch(), (await told(family))?.data]).toMatchObject([
      before + 1,
      { raised: true, epoch: before + 1 },
    ]);
  });

  it('heard of again, as from a restored source, changes nothing', async () => {
    const family = await known();
    const basis = await record(family);
    await world.hear(ended(nyborg, family.custody[1]!, '2026-10-20'));
    const after = await get(basis.id);
    await world.hear({ ...family.custody[1]!, incarnation: newId() });
    expect([after.version, await get(basis.id)]).toEqual([1, after]);
  });

  it('that is to end is told by no version of a basis, and refuses nobody who has read it; what was done to it does', async () => {
    const family = await known();
    const [left, read] = [
      await record(family, { givenBy: [family.maja] }),
      await record(family, { givenBy: [family.maja] }),
    ];
    await world.hear(ended(nyborg, family.custody[1]!, '2026-12-01'));
    expect((await covers(world, read.id, family.alma)).at(-1)).toEqual(['covered', '2026-12-01', null]);
    expect(await get(left.id)).toMatchObject({ version: left.version, coverage: left.coverage });
    expect(await add(read, family.jonas)).toMatchObject({ version: read.version + 1 });
    await expect(add(read, family.jonas)).rejects.toMatchObject({ problem: 'stale' });
  });
});
