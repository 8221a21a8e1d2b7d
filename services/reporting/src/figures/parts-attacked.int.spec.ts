import { keepEmployeeRelation } from '@helhed/access';
import { FamilyEnrolled, PersonsMatched, type CloudEvent, type EventData } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import fc from 'fast-check';
import { programme } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { World, type Here } from '../../test/world.js';
import type { FigureView } from './figures.dto.js';

const year = { programme, from: '2025-01-01', to: '2025-12-31' };
const asked = ['attendance-away', 'persons-by-age'];
const dayMs = 86_400_000;
const moved = (date: string, days: number) => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** Somebody who wants to know why one family was away, or how old it is, and may ask for figures as often as wanted. */
describe('the parts that no event says', () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  beforeAll(async () => {
    world = await World.start();
    here = await world.municipality();
    history = makeHistory({ families: 60, seed: 21, municipality: here.code, from: year.from });
    await world.deliver(history);
    await answered(here);
  });
  afterAll(() => world?.stop());

  /** As if every owner had told it. */
  const answered = async (at: Here) => {
    await at.inTx(async (tx) => {
      await tx.query(
        `INSERT INTO enrolment_age SELECT municipality, (data ->> 'enrolmentId')::uuid, (data ->> 'familyId')::uuid,
        '{"infant": 1}' FROM fact WHERE type = $1 ON CONFLICT DO NOTHING`,
        [FamilyEnrolled.type],
      );
      await tx.query('DELETE FROM claim_due');
    });
  };
  const figures = async (period = year, actor = here.lead, at = here): Promise<FigureView[]> =>
    (await at.figures(period, actor)).figures.filter(({ code }) => asked.includes(code));
  const reasons = (found: readonly FigureView[]) => found.map(({ partsWithheld }) => partsWithheld?.reason);
  const expectNothing = (found: readonly FigureView[], reason: string) => {
    expect(found.map(({ parts }) => parts)).toEqual([[], []]);
    for (const { value, partsWithheld } of found) expect(partsWithheld?.reason).toBe(value ? reason : undefined);
  };

  it('are told to a lead of a year that is over', async () => {
    const found = await figures();
    expect(reasons(found)).toEqual([undefined, undefined]);
    for (const { parts, value } of found) expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
  });

  it('are nowhere in a year that slides by some days, at either end', async () => {
    const slid = [-2, -1, 0, 1, 2];
    const periods = slid.flatMap((from) => slid.map((to) => [moved(year.from, from), moved(year.to, to)] as const));
    for (const [from, to] of periods) {
      const found = await figures({ programme, from, to });
      if (from !== year.from || to !== year.to) expectNothing(found, 'settled-year-only');
      expect([from, to, found.every(({ parts }) => parts.length > 0)]).toEqual([
        from,
        to,
        from === year.from && to === year.to,
      ]);
    }
  });

  it('are in no other period, however short or long', async () => {
    const day = fc.integer({ min: 0, max: 1_200 }).map((days) => moved('2024-06-01', days));
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(day, day, async (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const found = await figures({ programme, from, to });
        expectNothing(found, 'settled-year-only');
        counted += found.reduce((sum, { value }) => sum + (value ?? 0), 0);
      }),
      {
        numRuns: 25,
        examples: [
          ['2025-01-01', '2025-12-30'],
          ['2026-01-01', '2026-12-31'],
        ],
        endOnFailure: true,
      },
    );
    expect(counted).toBeGreaterThan(100);
  });

  it('are withheld whole from whoever is barred from one of the families, and the same for all others as before', async () => {
    const before = await figures();
    const { familyId } = enrolled(history)[0]!;
    const member = history.find((event) => event.type === PersonsMatched.type && event.orderkey === familyId)!
      .data as EventData<typeof PersonsMatched>;
    for (const kind of ['own-person', 'relative'] as const) {
      const actor = { ...here.lead, sub: `a lead with ${kind}` };
      const row = {
        relationId: newId(),
        sub: actor.sub,
        personId: member.members[0]!.personId,
        kind,
        from: '2026-01-01',
        to: null,
      };
      await here.inTx((tx) => keepEmployeeRelation(tx, row));
      const [ages] = (await figures(year, actor)).filter(({ code }) => code === 'persons-by-age');
      expect([ages?.parts, ages?.partsWithheld?.reason]).toEqual([[], 'few-or-barred']);
      expect(await figures()).toEqual(before);
    }
  });

  it('are of five families or more, and of attendance that is known to be whose it is', async () => {
    const there = await world.municipality();
    const all = makeHistory({ families: 40, seed: 8, municipality: there.code, from: year.from });
    const some = enrolled(all)
      .filter(({ enrolledOn }) => enrolledOn <= year.to)
      .slice(0, 5)
      .map(({ familyId }) => familyId);
    const of = (families: readonly string[]) =>
      all.filter(({ data }) => families.includes((data as { familyId: string }).familyId));
    const ages = async () => (await figures(year, there.lead, there)).find(({ code }) => code === 'persons-by-age')!;
    await world.deliver(of(some.slice(0, 4)));
    await answered(there);
    expect([(await ages()).parts, (await ages()).partsWithheld?.reason]).toEqual([[], 'few-or-barred']);
    await world.deliver(of(some.slice(4)));
    await answered(there);
    expect((await ages()).partsWithheld).toBeNull();

    const elsewhere = await world.municipality();
    await world.deliver(makeHistory({ families: 60, seed: 21, municipality: elsewhere.code, from: year.from }));
    await answered(elsewhere);
    const away = async () =>
      (await figures(year, elsewhere.lead, elsewhere)).find(({ code }) => code === 'attendance-away')!;
    const forget =
      'UPDATE attendance SET family_id = NULL WHERE attendance_id = (SELECT attendance_id FROM attendance WHERE absent > 0 AND held_on < $1 LIMIT 1)';
    await elsewhere.inTx((tx) => tx.query(forget, ['2025-12-31']));
    expect((await away()).partsWithheld?.reason).toBe('few-or-barred');
    await elsewhere.rebuilt();
    expect((await away()).partsWithheld).toBeNull();
  });
});

const enrolled = (history: readonly CloudEvent[]) =>
  history
    .filter(({ type }) => type === FamilyEnrolled.type)
    .map(({ data }) => data as EventData<typeof FamilyEnrolled>);
