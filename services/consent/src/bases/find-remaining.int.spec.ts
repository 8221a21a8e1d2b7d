import { keepRelation } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { as, matched, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
});
afterAll(() => world.stop());

const triager = triagerIn(nyborg);

describe('a withdrawal says which standing basis of another purpose still allows the unit the same', () => {
  const [unit, now] = ['familieafdelingen', { from: '2026-09-01', to: null }];
  const coordinator = { kind: 'coordinator', sub: 'frida', function: 'family-coordinator', unit, ...now } as const;
  beforeAll(() =>
    world.database.inTransaction(nyborg, (tx) =>
      tx.query(
        `INSERT INTO unit_function (municipality, unit, function)
           SELECT helhed.tenant(), $1, unnest($2::text[])`,
        [unit, ['family-coordinator', 'contact-pedagogue', 'social-worker']],
      ),
    ),
  );

  it.each([
    ['by a relation of somebody in it', coordinator, ['coordination']],
    ['not by one of another unit', { ...coordinator, unit: 'another' }, []],
    ['not by one that ended', { ...coordinator, to: '2026-10-05' }, []],
    ['not by one in another programme', { ...coordinator, programme: 'another' }, []],
    [
      'by one that names a function in it',
      { ...coordinator, kind: 'partner', sub: null, function: 'social-worker' } as const,
      ['cooperation'],
    ],
    [
      'not where it covers other categories',
      { ...coordinator, kind: 'contact', function: 'contact-pedagogue' } as const,
      [],
    ],
    [
      'once, though by two relations',
      [coordinator, { ...coordinator, kind: 'team', sub: 'thor' } as const],
      ['coordination'],
    ],
  ])('%s', async (_, rows, purposes) => {
    const family = matched();
    await world.hear(...family.events);
    const { familyId } = family;
    await world.database.inTransaction(nyborg, async (tx) => {
      for (const row of [rows].flat())
        await keepRelation(tx, { programme: 'nyborg-familiestue', ...row, relationId: newId(), familyId });
    });
    const basis = await as(triager, (actor) => world.recordBasis.run(actor, asserted(family, { toUnit: unit })));
    const withdraw = () => as(triager, (actor) => world.withdrawBasis.run(actor, basis.id, { givers: [family.maja] }));
    const named = (of: readonly string[]) => of.map((purpose) => `standing:nyborg-familiestue:${purpose}:processing`);
    for (const { remaining } of [await withdraw(), await withdraw()]) {
      expect(remaining.map((each) => each.basis)).toEqual(named(['outcome-to-sender', ...purposes]));
      for (const each of remaining)
        expect(each).toMatchObject({ kind: 'statute', categories: ['referral-outcome'], persons: basis.persons });
    }
  });
});
