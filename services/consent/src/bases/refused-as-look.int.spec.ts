import { createHash } from 'node:crypto';
import { newId } from '@helhed/kernel';
import { asserted, otherKind } from '../../test/asserted.js';
import { as, citizen, matched, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import type { RecordBasis } from './bases.dto.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
beforeEach(() => world.live('2026-10-05'));

type Family = ReturnType<typeof matched>;
const triager = triagerIn(nyborg);
const once = () => ({
  keyHash: createHash('sha256').update(newId()).digest(),
  bodyHmac: createHash('sha256').digest(),
});
const known = async (): Promise<Family> => {
  const family = matched();
  await world.hear(...family.events);
  return family;
};
const record = (family: Family, changes: Partial<RecordBasis> = {}) =>
  as(triager, (actor) => world.recordBasis.run(actor, asserted(family, changes)));
const withdraw = (id: string, ...givers: string[]) =>
  as(triager, (actor) => world.withdrawBasis.run(actor, id, { givers }));
const renew = (id: string, terms: object) =>
  as(triager, (actor) => world.renewBasis.run(actor, id, { validFrom: '2026-10-05', ...terms }), once());
const logged = () =>
  world.rows<{ subjects: string[] }>(
    'SELECT act, kind, subjects, categories, refused FROM helhed.access_log ORDER BY id',
  );

describe('what a command at a basis is refused is a look at it', () => {
  it.each<[string, string, (statute: string, family: Family) => Promise<unknown>, object]>([
    [
      'a withdrawal of what is no consent',
      'basis.withdraw',
      (id, { maja }) => withdraw(id, maja),
      { problem: 'not-a-consent' },
    ],
    [
      'a renewal by what is of another kind',
      'basis.renew',
      (id, { maja }) =>
        renew(id, { paragraph: 'Serviceloven § 49 a', givenBy: [maja], how: 'written', givenOn: '2026-10-01' }),
      {
        problem: 'basis-incomplete',
        fields: expect.arrayContaining([expect.objectContaining({ field: 'givenBy', rule: 'not-of-kind' })]),
      },
    ],
    [
      'a renewal that lacks what its kind must have',
      'basis.renew',
      (id) => renew(id, {}),
      { problem: 'basis-incomplete' },
    ],
  ])('%s', async (_, act, run, problem) => {
    const family = await known();
    const { id } = await record(family, otherKind.statute);
    const before = await logged();
    await expect(run(id, family)).rejects.toMatchObject(problem);
    const [told, ...more] = (await logged()).slice(before.length);
    expect(told).toMatchObject({ act, kind: 'look', categories: ['basis'], refused: false });
    expect(told?.subjects).toContain(family.familyId);
    expect(more).toEqual([]);
  });

  it('a withdrawal by who gave none; and one that is out of reach is not there, and no look', async () => {
    const family = await known();
    const { id } = await record(family);
    const before = await logged();
    const stranger = as(citizen(nyborg, family.alma), (actor) => world.withdrawBasis.run(actor, id, {}));
    await expect(stranger).rejects.toMatchObject({ kind: 'not-found' });
    expect(await logged()).toEqual(before);
    await expect(withdraw(id, family.alma)).rejects.toMatchObject({ problem: 'not-a-giver' });
    expect((await logged()).slice(before.length)).toMatchObject([
      { act: 'basis.withdraw', kind: 'look', categories: ['basis'], refused: false },
    ]);
  });
});
