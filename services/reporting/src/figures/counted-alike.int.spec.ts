import { keepEmployeeRelation, WhenBasisTold, type Actor } from '@helhed/access';
import type { BasisRecorded, CloudEvent, EventData, FigureCode } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import fc from 'fast-check';
import { programme } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { as, World, year, type Here } from '../../test/world.js';
import { WhenProgrammePublished } from '../programmes/when-programme-published.js';

/** Rows that a standing basis shows are counted together, the others family by family: the sum must not tell which. */
describe('what is counted for a lead', () => {
  let world: World;
  let standing: Here;
  let recorded: Here;
  const histories = new Map<Here, CloudEvent[]>();
  beforeAll(async () => {
    world = await World.start();
    [standing, recorded] = [await world.municipality(), await world.municipality()];
    for (const here of [standing, recorded]) {
      histories.set(here, makeHistory({ families: 30, seed: 5, municipality: here.code }));
      await world.deliver(histories.get(here)!);
    }
    const bare = {
      data: { programme, version: 2, definition: { ...getDefinition(programme), version: 2, purposes: {} } },
    };
    await recorded.inTx((tx) => new WhenProgrammePublished().keep(bare as never, { tx }));
  });
  afterAll(() => world?.stop());

  const familiesOf = (here: Here) => [
    ...new Set(histories.get(here)!.flatMap(({ data }) => (data as { familyId?: string }).familyId ?? [])),
  ];
  const membersOf = async (here: Here, familyId: string) =>
    (
      await here.inTx((tx) =>
        tx.query<{ id: string }>(
          `SELECT m.value ->> 'personId' AS id FROM fact f, jsonb_array_elements(f.data -> 'members') m
           WHERE f.municipality = helhed.tenant() AND f.type LIKE '%persons-matched.v1' AND f.order_key = $1`,
          [familyId],
        ),
      )
    ).map(({ id }) => id);

  const statute = (familyId: string, persons: string[], unit: string): EventData<typeof BasisRecorded> => ({
    basisId: newId(),
    familyId,
    programme,
    kind: 'statute',
    layer: 'processing',
    purpose: 'programme-management',
    categories: ['figure-rows'],
    fromUnit: unit,
    toUnit: unit,
    persons,
    meeting: null,
    validFrom: '2026-01-01',
    validTo: null,
    coverage: persons.map((personId) => ({ personId, state: 'covered' as const, from: '2026-01-01', to: null })),
    epoch: 0,
  });

  let leads = 0;
  /** Of a unit of its own, which has a statute for some families; and is barred from some. */
  async function leadWith(here: Here, covered: readonly number[], barred: readonly number[]): Promise<Actor> {
    const actor = { ...here.lead, sub: `lead ${++leads}`, unit: `unit-${leads}` };
    const families = familiesOf(here);
    for (const at of covered) {
      const familyId = families[at]!;
      const data = statute(familyId, await membersOf(here, familyId), actor.unit);
      await here.inTx((tx) => new WhenBasisTold().keep({ data } as never, { tx }));
    }
    for (const at of barred) {
      const [personId] = await membersOf(here, families[at]!);
      const row = { relationId: newId(), sub: actor.sub, personId: personId!, from: '2026-01-01', to: null };
      await here.inTx((tx) => keepEmployeeRelation(tx, { ...row, kind: 'relative' }));
    }
    return actor;
  }

  const some = fc.uniqueArray(fc.nat(29), { maxLength: 8 });
  it('is the sum of the rows that the lead is shown, on a standing basis, on recorded ones or on none', async () => {
    const counts = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.boolean(), some, some, async (stands, covered, barred) => {
        const here = stands ? standing : recorded;
        const actor = await leadWith(here, covered, barred);
        for (const { code, value, denominator } of (await here.figures(year, actor)).figures) {
          const counted = code.startsWith('waiting-days') ? denominator?.value : value;
          const { items, total } = await as(actor, () =>
            world.findRows.page(actor, code as FigureCode, { ...year, limit: 200 }),
          );
          expect([code, items.length]).toEqual([code, total]);
          expect([code, counted]).toEqual([code, items.reduce((sum, { count }) => sum + count, 0)]);
          if (code === 'referred') {
            const shown = stands ? familiesOf(here).map((_, at) => at) : covered;
            expect(value).toBe(shown.filter((at) => !barred.includes(at)).length);
            counts.add(total);
          }
        }
      }),
      {
        numRuns: 12,
        examples: [
          [false, [], []],
          [true, [], []],
          [false, [1, 2, 3], [2]],
        ],
        endOnFailure: true,
      },
    );
    expect(counts.size).toBeGreaterThan(3);
  });
});
