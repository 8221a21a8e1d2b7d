import { newId } from '@helhed/kernel';
import fc from 'fast-check';
import { exchangesIn, type MatchedFamily } from '../../test/exchanges.js';
import { conversationHeld, conversationMadeUp, sessionHeld, sessionMadeUp } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
beforeEach(() => world.live('2026-10-05'));

const { known, exchange, get } = exchangesIn(() => world);
const hold = (family: MatchedFamily, session: string, on = '2026-10-05') =>
  world.hear(sessionHeld(nyborg, family.familyId, session, on));
const makeUp = ({ familyId }: Pick<MatchedFamily, 'familyId'>, off: string, session: string) =>
  world.hear(sessionMadeUp(nyborg, familyId, session, off));
/** Some other family of the group, which hears of it by itself. */
const another = () => ({ familyId: newId() });

/** A session that is off, the one in its place, which is off too, and the one that is held in the end. */
const chain = (): [string, string, string] => [newId(), newId(), newId()];
const refusal = { problem: 'basis-incomplete', fields: [{ field: 'meeting', rule: 'already-held' }] };

describe('a single exchange for a session that is made up', () => {
  it('is used up by the one that is held in its place, and cannot be recorded after', async () => {
    const [family, [off, offToo, last]] = [await known(), chain()];
    const basis = await exchange(family, off);
    await makeUp(family, off, offToo);
    await hold(family, newId());
    await makeUp(family, offToo, last);
    expect((await get(basis.id)).ended).toBeNull();
    await hold(family, last);
    expect(await get(basis.id)).toMatchObject({ ended: 'used-up', version: 2 });
    const told = (await world.events(family.familyId)).at(-1);
    expect(told).toMatchObject({ data: { basisId: basis.id, ended: 'used-up', raised: true } });
    for (const session of [off, offToo, last]) await expect(exchange(family, session)).rejects.toMatchObject(refusal);
  });

  it('is used up by what is held for its own family alone, whoever heard first what is in whose place', async () => {
    const [family, other, [off, , last]] = [await known(), await known(), chain()];
    const [basis, theirs] = [await exchange(family, off), await exchange(other, off)];
    await makeUp(other, off, last);
    await hold(other, last);
    expect([(await get(theirs.id)).ended, (await get(basis.id)).ended]).toEqual(['used-up', null]);
    await makeUp(family, off, last);
    await hold(family, last);
    expect((await get(basis.id)).ended).toBe('used-up');
  });

  it('with a follow-up that is made up holds until that is held, some days after the first at most', async () => {
    const [family, meeting, [off, , last]] = [await known(), newId(), chain()];
    const basis = await exchange(family, meeting, off);
    await makeUp(family, off, last);
    await hold(family, meeting);
    expect(await get(basis.id)).toMatchObject({ ended: null, validTo: '2026-11-16' });
    await hold(family, last, '2026-10-20');
    expect(await get(basis.id)).toMatchObject({ ended: 'used-up', validTo: '2026-11-16' });
  });

  it('comes to the same in whatever order it is recorded, made up, made up again and held', async () => {
    const steps = ['record', 'made up', 'made up again', 'held'] as const;
    const seen = { refused: 0, usedUp: 0 };
    const order = fc.shuffledSubarray([...steps], { minLength: steps.length });
    await fc.assert(
      fc.asyncProperty(order, fc.nat(2), fc.boolean(), async (inOrder, named, atOnce) => {
        const [family, [off, offToo, last]] = [await known(), chain()];
        let recorded: string | undefined;
        const does: Record<(typeof steps)[number], () => Promise<unknown>> = {
          record: async () => {
            const made = await exchange(family, [off, offToo, last][named]!).catch((error: unknown) => {
              expect(error).toMatchObject(refusal);
            });
            recorded = made?.id;
          },
          'made up': () => makeUp(another(), off, offToo),
          'made up again': () => makeUp(another(), offToo, last),
          held: () => hold(family, last),
        };
        if (atOnce) await Promise.all(inOrder.map((step) => does[step]()));
        else for (const step of inOrder) await does[step]();
        if (recorded === undefined) seen.refused++;
        else {
          expect(await get(recorded)).toMatchObject({ ended: 'used-up', version: 2 });
          seen.usedUp++;
        }
        await expect(exchange(family, off)).rejects.toMatchObject(refusal);
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
  });
});

describe('a single exchange for a conversation that is called off and placed anew', () => {
  const placeAnew = ({ familyId }: MatchedFamily, id: string, off?: string) =>
    world.hear(conversationMadeUp(nyborg, familyId, id, off));
  const holdTalk = ({ familyId }: MatchedFamily, id: string) =>
    world.hear(conversationHeld(nyborg, familyId, id, '2026-10-05'));

  it('is used up by the one that is held in its stead, and cannot be recorded after', async () => {
    const [family, [off, offToo, last]] = [await known(), chain()];
    const basis = await exchange(family, off);
    await placeAnew(family, offToo, off);
    await placeAnew(family, last, offToo);
    expect((await get(basis.id)).ended).toBeNull();
    await holdTalk(family, last);
    expect(await get(basis.id)).toMatchObject({ ended: 'used-up', version: 2 });
    const told = (await world.events(family.familyId)).at(-1);
    expect(told).toMatchObject({ data: { basisId: basis.id, ended: 'used-up', raised: true } });
    for (const talk of [off, offToo, last]) await expect(exchange(family, talk)).rejects.toMatchObject(refusal);
  });

  it('is used up as well where that was held first, and told again changes nothing', async () => {
    const [family, [off, , last]] = [await known(), chain()];
    const basis = await exchange(family, off);
    await holdTalk(family, last);
    expect((await get(basis.id)).ended).toBeNull();
    for (let times = 0; times < 2; times++) await placeAnew(family, last, off);
    expect(await get(basis.id)).toMatchObject({ ended: 'used-up', version: 2 });
  });

  it('is not used up by another conversation of the family, which is in nothing’s place', async () => {
    const [family, [off, other]] = [await known(), chain()];
    const basis = await exchange(family, off);
    await placeAnew(family, other);
    await holdTalk(family, other);
    expect((await get(basis.id)).ended).toBeNull();
  });
});
