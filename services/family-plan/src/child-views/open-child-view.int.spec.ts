import { newId } from '@helhed/kernel';
import { basis, tellStructure } from '../../test/cases.js';
import { byAuthority, byChild, citizen, close, list, open, own, record, sanne } from '../../test/child-views.js';
import { familyH, frida, gitte, kim, tie, trine, vibeke } from '../../test/family-h.js';
import { logged, received } from '../../test/told.js';
import { startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

type Step = 'open by the child' | 'open by authority' | 'close';
type Kept = 'closed' | 'open by the child' | 'open by authority';

/** Every command in every state, by somebody without authority and by somebody with it, whom the view is shown to. */
const table: readonly [Kept, Step, without: string, withAuthority: string][] = [
  ['closed', 'open by the child', 'open by the child', 'open by the child'],
  ['closed', 'open by authority', 'not-allowed', 'open by authority'],
  ['closed', 'close', 'closed', 'closed'],
  ['open by the child', 'open by the child', 'open by the child', 'open by the child'],
  ['open by the child', 'open by authority', 'not-allowed', 'already-open'],
  ['open by the child', 'close', 'closed', 'closed'],
  ['open by authority', 'open by the child', 'already-open', 'already-open'],
  ['open by authority', 'open by authority', 'not-allowed', 'open by authority'],
  ['open by authority', 'close', 'not-allowed', 'closed'],
];

describe('whether it is open to the parents', () => {
  const kept = async (id: string): Promise<string> => {
    const [row] = await world.rows<{ by: string | null }>('SELECT open_by AS by FROM child_view WHERE id = $1', [id]);
    if (row?.by === 'child') return 'open by the child';
    return row?.by === 'authority' ? 'open by authority' : 'closed';
  };
  const take = (id: string, step: Step, by: typeof gitte) => {
    if (step === 'close') return close(world, id, by);
    return open(world, id, step === 'open by authority' ? byAuthority : byChild, by);
  };
  /** What the step leads to from this state, or why it is refused, to somebody whom the view is shown to or withheld from. */
  const led = async (state: Kept, step: Step, by: typeof gitte, isShown: boolean): Promise<string> => {
    const family = await familyH(world);
    await tie(world, family, 'team', sanne);
    const { id } = await record(world, family);
    if (isShown)
      await basis(world, family.familyId, [family.alma], {
        purpose: 'coordination',
        fromUnit: 'familiestuen',
        toUnit: 'familieafdelingen',
        categories: ['child-view'],
      });
    if (state !== 'closed') await take(id, state, sanne);
    const taken = await take(id, step, by).then(
      async ({ version }) => {
        if (!isShown) expect(version).toBe(1);
        return kept(id);
      },
      async ({ problem }: { problem: string }) => {
        expect(await kept(id)).toBe(state);
        return problem;
      },
    );
    return taken;
  };

  it.each(
    table.flatMap(([state, step, without, withAuthority]) => [
      { state, step, by: gitte, who: 'without authority', expected: without },
      { state, step, by: sanne, who: 'with authority', expected: withAuthority },
    ]),
  )('$state: $step, $who: $expected', async ({ state, step, by, expected }) =>
    expect(await led(state, step, by, true)).toBe(expected),
  );

  it.each<[Kept, Step, typeof gitte, string]>([
    ['open by the child', 'open by authority', sanne, 'view-fixed'],
    ['open by authority', 'open by the child', sanne, 'view-fixed'],
    ['open by authority', 'open by the child', frida, 'view-fixed'],
    ['open by authority', 'open by authority', sanne, 'open by authority'],
    ['open by authority', 'close', frida, 'view-fixed'],
    ['open by the child', 'open by the child', frida, 'open by the child'],
    ['open by the child', 'close', frida, 'closed'],
    ['closed', 'close', frida, 'closed'],
    ['closed', 'open by authority', frida, 'not-allowed'],
  ])('%s: %s, by $2.sub, from whom it is withheld', async (state, step, by, expected) =>
    expect(await led(state, step, by, false)).toBe(expected),
  );

  it('is refused as a look that is logged, where the refusal tells of it', async () => {
    const family = await familyH(world);
    await tie(world, family, 'team', sanne);
    const { id } = await record(world, family);
    await open(world, id, byAuthority, sanne);
    for (const by of [gitte, frida]) {
      await expect(close(world, id, by)).rejects.toMatchObject({ kind: by === gitte ? 'forbidden' : 'conflict' });
      expect(await logged(world, family.alma)).toMatchObject([{ kind: 'look', act: 'child-view.close' }]);
    }
  });

  it('is opened and closed by a relation to the programme that it belongs to', async () => {
    const family = await familyH(world);
    await world.database.inTransaction(vibeke.municipality, (tx) =>
      tx.query(
        `INSERT INTO helhed.relation_replica (municipality, id, family_id, programme, kind, sub, unit, function, from_date)
         SELECT municipality, uuidv7(), family_id, 'another', kind, sub, unit, function, from_date
         FROM helhed.relation_replica WHERE family_id = $1 AND sub = 'kim'`,
        [family.familyId],
      ),
    );
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support' });
    const { id } = await record(world, family, { by: kim, programme: 'another' });
    for (const step of [open(world, id), close(world, id), open(world, id, byChild, frida)])
      await expect(step).rejects.toMatchObject({ kind: 'not-found' });
    expect(await open(world, id, byChild, kim)).toMatchObject({ id });
  });

  it('is not by what a child agreed to before the database was restored, until it is noted anew', async () => {
    const family = await received(world);
    await tie(world, family, 'team', sanne);
    const [child, authority] = [
      await record(world, family, { by: vibeke }),
      await record(world, family, { by: vibeke }),
    ];
    await open(world, child.id, byChild, vibeke);
    await open(world, authority.id, byAuthority, sanne);
    const maja = await citizen(world, family.maja);
    const read = async () => (await own(world.looks, maja, family.alma)).items.map(({ id }) => id);
    expect(await read()).toEqual([child.id, authority.id]);
    await world.asOwner('UPDATE helhed.relay SET incarnation = uuidv7()');
    expect(await read()).toEqual([authority.id]);
    expect((await list(world, family, vibeke)).items).toMatchObject([
      { openTo: null },
      { openTo: { by: 'authority' } },
    ]);
    await open(world, child.id, byChild, vibeke);
    expect(await read()).toEqual([child.id, authority.id]);
  });

  it('says by whom, when, where and why, and counts its changes', async () => {
    const family = await familyH(world);
    await tie(world, family, 'team', sanne);
    const { id } = await record(world, family);
    await open(world, id, byAuthority, sanne);
    const { by: _, ...said } = byAuthority;
    expect((await list(world, family, gitte)).items).toMatchObject([
      { version: 2, openTo: { by: 'authority', unit: 'familieafdelingen', on: expect.any(String), ...said } },
    ]);
    expect(await logged(world, family.alma)).toMatchObject([{ kind: 'look' }]);
    await close(world, id, sanne);
    expect(await logged(world, family.alma)).toEqual([{ kind: 'command', act: 'child-view.close' }]);
    expect((await list(world, family, gitte)).items).toMatchObject([{ version: 3, openTo: null }]);
  });

  it('is changed once, by whoever reaches it', async () => {
    const family = await familyH(world);
    const { id } = await record(world, family);
    for (const by of [trine, { ...gitte, unit: 'another' }, { ...kim, sub: 'karl' }])
      await expect(open(world, id, byChild, by)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(open(world, newId())).rejects.toMatchObject({ kind: 'not-found' });
    const twelve = await Promise.all(Array.from({ length: 12 }, () => open(world, id)));
    expect(twelve).toEqual(Array.from({ length: 12 }, () => ({ id, familyId: family.familyId, version: 2 })));
  });
});
