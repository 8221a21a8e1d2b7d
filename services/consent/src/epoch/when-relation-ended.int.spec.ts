import { RelationEnded, RelationSet } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { nextEvent } from '../../test/events.js';
import { ended, matched } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const epoch = async () =>
  Number((await world.rows<{ value: string }>('SELECT value FROM epoch_counter'))[0]?.value ?? 0);

describe('the end of what lets somebody reach a family', () => {
  it.each([
    { kind: 'partner' as const, function: 'teacher' },
    { kind: 'institution' as const, function: null },
  ])('raises the epoch by an event that carries the relation whole: $kind', async (what) => {
    const { familyId, ...family } = matched();
    await world.hear(...family.events);
    const relation = {
      relationId: newId(),
      programme: 'nyborg-familiestue',
      ...what,
      sub: null,
      unit: 'skole-nord',
      from: '2026-09-01',
    };
    const { relationId } = relation;
    await world.hear(nextEvent(nyborg, RelationSet, { familyId, ...relation, to: null }));
    const before = await epoch();
    await world.hear(nextEvent(nyborg, RelationEnded, { familyId, relationId, to: '2026-10-04' }));
    expect(await epoch()).toBe(before + 1);
    expect((await world.events(familyId)).at(-1)).toEqual({
      type: 'dk.helhed.consent.access-taken-away.v1',
      data: { familyId, relation: { ...relation, to: '2026-10-04' }, custody: null, epoch: before + 1 },
    });
  });

  it('raises it for custody too, whether or not a basis covers fewer for it', async () => {
    const { familyId, ...family } = matched();
    await world.hear(...family.events);
    const before = await epoch();
    await world.hear(ended(nyborg, family.custody[1]!, '2026-10-04'));
    expect(await epoch()).toBe(before + 1);
    const { custodyId, childId, holderId } = family.custody[1]!.data as Record<string, string>;
    expect((await world.events(familyId)).at(-1)?.data).toMatchObject({
      relation: null,
      custody: { custodyId, childId, holderId, to: '2026-10-04' },
      epoch: before + 1,
    });
  });
});
