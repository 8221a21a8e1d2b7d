import { keepEmployeeRelation } from '@helhed/access';
import { FamilyErased } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { nextEvent } from '../../test/events.js';
import { ended, matched } from '../../test/families.js';
import {
  given,
  once,
  problemOf,
  refused,
  startOrientations,
  triager,
  who,
  type Family,
  type Orientations,
} from '../../test/orientations.js';
import { nyborg } from '../../test/world.js';
import type { RecordOrientation as Answered } from './orientations.dto.js';

let at: Orientations;
beforeAll(async () => void (at = await startOrientations()));
afterAll(() => at?.world.stop());

describe('what a parent without custody was answered', () => {
  it('is recorded once for a key, logged, and told in no event', async () => {
    const family = await at.aFamily();
    const key = once();
    const before = await at.world.events(family.familyId);
    const made = await at.record(given(family), triager, key);
    expect(made).toEqual({ id: expect.any(String), familyId: family.familyId });
    expect(await at.lastLog()).toMatchObject({ act: 'orientation.record', kind: 'command', categories: [] });
    expect((await at.lastLog())?.subjects.toSorted()).toEqual([family.familyId, family.alma, family.jonas].toSorted());
    expect(await at.record(given(family), triager, key)).toEqual(made);
    expect(await at.listed(family.familyId, triager)).toMatchObject({ total: 1, items: [{ id: made.id }] });
    expect(await at.world.events(family.familyId)).toEqual(before);
  });

  it.each([
    ['visitation:triager', 'recorded'],
    ['db-solsikken:pedagogue', 'recorded'], // the sender
    ['db-regnbuen:pedagogue', 'family-unknown'],
    ['familiestuen:group-leader', 'family-unknown'], // without a seat
  ])('is recorded by whoever has a relation to the family: %s %s', async (pair, expected) =>
    expect(await problemOf(at.record(given(await at.aFamily()), who(pair)))).toBe(expected),
  );

  it('about a family that nobody knows is as about one that is out of reach, and about an erased one too', async () => {
    const [nobody, gone] = [matched(), await at.aFamily()];
    expect(await problemOf(at.record(given(nobody)))).toBe('family-unknown');
    await at.world.hear(nextEvent(nyborg, FamilyErased, { familyId: gone.familyId }));
    expect(await problemOf(at.record(given(gone)))).toBe('family-unknown');
  });

  it.each([
    ['visitation:triager', 'not-allowed'],
    ['db-solsikken:pedagogue', 'not-allowed'],
    ['db-regnbuen:pedagogue', 'family-unknown'],
    ['familieafdelingen:caseworker', 'recorded'],
    ['familieafdelingen:social-worker', 'recorded'],
  ])('is refused only by those who decide in cases: %s %s', async (pair, expected) => {
    const family = await at.aFamily();
    if (pair.startsWith('familieafdelingen')) await at.tie(family, pair);
    expect(await problemOf(at.record(refused(family), who(pair)))).toBe(expected);
  });

  it.each<[string, (family: Family, other: Family) => Partial<Answered>, string[]]>([
    ['another family’s child', (_, { alma }) => ({ childId: alma }), ['childId']],
    ['a parent in the child’s place', ({ maja }) => ({ childId: maja }), ['childId']],
    ['somebody of another family as the parent', (_, { jonas }) => ({ parentId: jonas }), ['parentId']],
    ['a child in the parent’s place', ({ alma }) => ({ parentId: alma }), ['parentId']],
    ['two that nobody knows', () => ({ childId: newId(), parentId: newId() }), ['childId', 'parentId']],
  ])('is not recorded of %s', async (_, change, fields) => {
    const [family, other] = [await at.aFamily(), await at.aFamily()];
    await expect(at.record(given(family, change(family, other)))).rejects.toMatchObject({
      kind: 'rule',
      problem: 'not-a-member',
      fields: fields.map((field) => ({ field, rule: 'not-a-member' })),
    });
  });

  it('is not recorded of a child who has come of age, nor of a parent who has not', async () => {
    const [grown, young] = [matched(), matched()];
    at.world.births.set(grown.alma, '2008-10-05');
    at.world.births.set(young.jonas, '2008-10-06');
    for (const { events, custody } of [grown, young])
      await at.world.hear(...events, ended(nyborg, custody[1]!, '2026-10-01'));
    expect(await problemOf(at.record(given(grown)))).toBe('not-a-member');
    expect(await problemOf(at.record(given(young)))).toBe('not-a-member');
  });

  it('is not recorded of a parent who holds custody of the child today', async () => {
    const family = matched();
    await at.world.hear(...family.events, ended(nyborg, family.custody[1]!, '2026-10-06'));
    expect(await problemOf(at.record(given(family)))).toBe('holds-custody');
    await at.world.live('2026-10-06');
    expect(await problemOf(at.record(given(family)))).toBe('recorded');
    await at.world.live('2026-10-05');
  });

  it('refuses the same, naming nobody, where one may not see who holds custody; a refusal is a logged look', async () => {
    const holds = matched();
    await at.world.hear(...holds.events);
    const [family, other] = [await at.aFamily(), await at.aFamily()];
    const refusals = [given(holds), given(family, { childId: other.alma }), given(family, { parentId: family.alma })];
    const pedagogue = who('db-solsikken:pedagogue'); // the sender
    const refusalTo = (answered: Answered, by = pedagogue) => at.record(answered, by).catch((error: unknown) => error);
    const told = await Promise.all(refusals.map((answered) => refusalTo(answered)));
    expect(told[0]).toMatchObject({ kind: 'rule', problem: 'not-a-member', fields: [] });
    expect(told).toEqual([told[0], told[0], told[0]]);
    await refusalTo(given(holds));
    const persons = [holds.familyId, holds.alma, holds.jonas].toSorted();
    expect(await at.lastLog()).toMatchObject({ act: 'orientation.record', kind: 'look', categories: [] });
    expect((await at.lastLog())?.subjects.toSorted()).toEqual(persons);
    await at.tie(holds, 'familieafdelingen:family-coordinator', 'coordinator');
    for (const by of [triager, who('familieafdelingen:family-coordinator')]) {
      expect(await refusalTo(given(holds), by)).toMatchObject({ problem: 'holds-custody' });
      expect(await at.lastLog()).toMatchObject({ kind: 'look', categories: ['custody'] });
    }
    expect((await at.lastLog())?.subjects.toSorted()).toEqual(persons);
  });

  it('is not recorded at one’s own, a relative’s or a colleague’s record; the attempt is logged', async () => {
    const family = await at.aFamily();
    const barred = who('visitation:caseworker');
    await at.world.database.inTransaction(nyborg, (tx) =>
      keepEmployeeRelation(tx, {
        relationId: newId(),
        personId: family.maja,
        sub: barred.sub,
        kind: 'relative',
        from: '2026-01-01',
        to: null,
      }),
    );
    await at.record(given(family), who('db-solsikken:pedagogue'));
    expect(await problemOf(at.record(given(family)))).toBe('relative-record');
    expect(await at.world.rows('SELECT act FROM helhed.access_log WHERE refused')).toEqual([
      { act: 'orientation.record' },
    ]);
    expect(await at.listed(family.familyId, triager)).toMatchObject({ total: 0, items: [] });
  });
});
