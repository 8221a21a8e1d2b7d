import { keepEmployeeRelation, type Actor } from '@helhed/access';
import { figureCodes, type CloudEvent, type FigureCode } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import fc from 'fast-check';
import { programme } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { countByHand } from '../../test/oracle.js';
import { as, World, year, type Here } from '../../test/world.js';
import { WhenProgrammePublished } from '../programmes/when-programme-published.js';
import type { RowView } from './figures.dto.js';

const withParts = ['declined', 'withdrawn', 'dropped', 'conversations-held', 'goals-moved'] as const;

describe('the figures of a period', () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  beforeAll(async () => {
    world = await World.start();
    here = await world.municipality();
    history = makeHistory({ families: 50, seed: 21, municipality: here.code });
    await world.deliver(history);
  });
  afterAll(() => world?.stop());

  const periods = [
    year,
    ['2026-03-01', '2026-03-31'],
    ['2026-06-15', '2026-06-15'],
    ['2027-01-01', '2027-12-31'],
    ['2020-01-01', '2020-12-31'],
  ].map((each) => (Array.isArray(each) ? { ...year, from: each[0] as string, to: each[1] as string } : each));

  it.each(periods)('from $from to $to, both included, are what is counted by hand', async (period) => {
    expect(await here.values(period)).toEqual(countByHand(history, period));
  });

  it('are those that the definition lists, each with definition and denominator', async () => {
    const { figures, programmeVersion } = await here.figures();
    const byCode = new Map(figures.map((figure) => [figure.code, figure]));
    expect(programmeVersion).toBe(1);
    expect([...byCode.keys()].sort()).toEqual([...figureCodes].sort());
    const value = (code: (typeof figureCodes)[number]) => byCode.get(code)?.value as number;
    expect(byCode.get('declined')?.denominator?.value).toBe(value('accepted') + value('declined'));
    expect(byCode.get('waiting-days-p90')?.denominator?.value).toBe(value('places-assigned'));
    expect(byCode.get('dropped')?.denominator?.value).toBe(value('completed') + value('dropped'));
    expect(byCode.get('referred')?.denominator).toBeNull();
    for (const code of figureCodes) if (value(code) === 0) throw new Error(`nothing is counted by ${code}`);
    for (const code of withParts)
      expect([code, byCode.get(code)?.parts.reduce((sum, part) => sum + part.value, 0)]).toEqual([code, value(code)]);
    expect(byCode.get('attendance-away')?.denominator?.value).toBe(value('attendance-came') + value('attendance-away'));
    expect(byCode.get('goals-moved')?.denominator?.value).toBe(value('goals-followed-up'));
  });

  it('of a day on which nothing happened are nought, and percentiles are nothing', async () => {
    const day = { ...year, from: '2020-01-01', to: '2020-01-01' };
    expect(await here.values(day)).toMatchObject({
      referred: 0,
      'sessions-held': 0,
      'waiting-days-median': null,
      'waiting-days-p90': null,
    });
  });

  it('of a programme that is not published are not found', async () => {
    await expect(here.figures({ ...year, programme: 'another' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it.each(figureCodes)('%s has as many rows as it says, page by page, and the look is logged', async (code) => {
    const rows: RowView[] = [];
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await as(here.lead, () => world.findRows.page(here.lead, code, { ...year, limit: 17, cursor }));
      rows.push(...page.items);
      cursor = page.next ?? undefined;
      total = page.total;
    } while (cursor !== undefined);
    const waits = code.startsWith('waiting-days');
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(
      (await here.values())[waits ? 'places-assigned' : code],
    );
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const looked = await world.rows<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE municipality = $1 AND act = 'figures.rows'`,
      [here.code],
    );
    expect(looked.flatMap(({ subjects }) => subjects)).toEqual(
      expect.arrayContaining(rows.flatMap(({ familyId }) => familyId ?? [])),
    );
  });

  let lead = 0;
  const barring = fc.record({
    family: fc.nat(49),
    kind: fc.constantFrom('own-person', 'relative', 'colleague'),
    cleared: fc.boolean(),
  });
  /** A lead of a unit of the lead's own, barred from families by employees' relations and colleagues, some of them cleared. */
  async function barredLead(of: readonly (typeof barring extends fc.Arbitrary<infer T> ? T : never)[]): Promise<Actor> {
    const actor = { ...here.lead, sub: `lead ${++lead}`, unit: `unit-${lead}` };
    const families = [...new Set(history.map(({ data }) => (data as { familyId?: string }).familyId))];
    for (const [n, { family, kind, cleared }] of of.entries())
      await here.inTx(async (tx) => {
        const familyId = families.filter((id) => id !== undefined)[family] as string;
        const [member] = await tx.query<{ id: string }>(membersOf, [familyId]);
        const sub = kind === 'colleague' ? `colleague ${lead} ${n}` : actor.sub;
        if (kind === 'colleague')
          await tx.query('INSERT INTO helhed.unit_member VALUES (helhed.tenant(), $1, $2)', [actor.unit, sub]);
        const row = { relationId: newId(), sub, personId: member?.id ?? newId(), from: '2026-01-01', to: null };
        await keepEmployeeRelation(tx, { ...row, kind: kind === 'relative' ? 'relative' : 'own-person' });
        if (cleared) await tx.query(clearance, [newId(), actor.sub, familyId, actor.unit]);
      });
    return actor;
  }

  it('are the totals of their rows, whomever the lead is barred from', async () => {
    const all = await here.values();
    let fewer = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(barring, { maxLength: 5 }), async (of) => {
        const actor = await barredLead(of);
        const { figures } = await here.figures(year, actor);
        for (const { code, value, denominator } of figures) {
          const counted = code.startsWith('waiting-days') ? denominator?.value : value;
          const { items, total } = await as(actor, () =>
            world.findRows.page(actor, code as FigureCode, { ...year, limit: 200 }),
          );
          expect([code, items.length]).toEqual([code, total]);
          expect([code, counted]).toEqual([code, items.reduce((sum, { count }) => sum + count, 0)]);
        }
        const values = await here.values(year, actor);
        if ((values['referred'] as number) < (all['referred'] as number)) fewer++;
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(fewer).toBeGreaterThan(3);
  });

  const rowsOf = async (actor = here.lead) =>
    as(actor, () => world.findRows.page(actor, 'referred', { ...year, limit: 200 }));

  it('are not the rows of one’s own or a relative’s record, in no total; nor where no basis in force shows them', async () => {
    const all = await rowsOf();
    const family = all.items[0]?.familyId ?? '';
    const [told] = await world.rows<{ id: string }>(
      `SELECT data -> 'members' -> 0 ->> 'personId' AS id FROM fact
       WHERE type LIKE '%persons-matched.v1' AND order_key = $1`,
      [family],
    );
    for (const kind of ['own-person', 'relative'] as const) {
      const barred = { ...here.lead, sub: `a lead with ${kind}` };
      const row = {
        relationId: newId(),
        sub: barred.sub,
        personId: told?.id ?? '',
        kind,
        from: '2026-01-01',
        to: null,
      };
      await here.inTx((tx) => keepEmployeeRelation(tx, row));
      const { items, total } = await rowsOf(barred);
      expect([total, items.length]).toEqual([all.total - 1, Math.min(200, all.total - 1)]);
      expect(items.map(({ familyId }) => familyId)).not.toContain(family);
      expect((await here.values(year, barred))['referred']).toBe(total);
    }
    const [log] = await world.rows(
      `SELECT purposes, categories FROM helhed.access_log WHERE municipality = $1 AND act = 'figures.rows' ORDER BY id DESC`,
      [here.code],
    );
    expect(log).toEqual({ purposes: ['programme-management'], categories: ['figure-rows'] });
    const bare = { ...getDefinition(programme), version: 2, purposes: {} };
    await here.inTx((tx) => new WhenProgrammePublished().keep(publishing(bare) as never, { tx }));
    expect(await rowsOf()).toMatchObject({ total: 0, items: [] });
    expect(await here.values()).toMatchObject({ referred: 0, 'families-enrolled': 0, 'waiting-days-median': null });
  });
});

const membersOf = `SELECT data -> 'members' -> 0 ->> 'personId' AS id FROM fact
  WHERE municipality = helhed.tenant() AND type LIKE '%persons-matched.v1' AND order_key = $1`;
const clearance = `INSERT INTO helhed.clearance (municipality, id, sub, family_id, unit, function, from_date, to_date)
  VALUES (helhed.tenant(), $1, $2, $3, $4, 'programme-lead', '2026-01-01', '9999-01-01')`;
const publishing = (definition: object) => ({ data: { programme, version: 2, definition } });
