import type { AccessFacts } from './access-facts.js';
import type { Question } from './question.js';
import { AccessQuery } from './sql/access-query.js';
import { AccessDatabase, esbjerg, nyborg } from './test/access-database.js';
import { family, storeMany } from './test/many.js';
import { family as familyThing, thing } from './test/things-in-sql.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

const teacher: Question = {
  actor: { kind: 'person', sub: 'trine', unit: 'school-7', function: 'teacher' },
  relations: ['sender', 'team', 'contact', 'partner'],
  sections: ['referral.outcome'],
  today: '2026-10-05',
  standing: [],
};
const [few, many] = [
  { code: esbjerg, families: 334 },
  { code: nyborg, families: 33_400 },
];
let at: AccessDatabase;

beforeAll(async () => {
  at = await AccessDatabase.make();
  for (const { code, families } of [few, many]) await at.in((tx) => storeMany(tx, families), code);
  await at.asOwner('ANALYZE');
}, 120_000);
afterAll(() => at.stop());

/** The plan of a statement as the app role runs it, with the blocks that it touched. */
async function planOf(code: typeof nyborg, statement: (query: AccessQuery) => string, of = thing): Promise<Plan> {
  const question = of === thing ? teacher : { ...teacher, sections: ['family.structure'] as const };
  const [row] = await at.in((tx) => {
    const query = new AccessQuery(question, of);
    return query.rows<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      tx,
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement(query)}`,
    );
  }, code);
  return row!['QUERY PLAN'][0].Plan;
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
const scans = (plan: Plan): string[] =>
  nodes(plan)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name'] ?? '');
const blocks = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];

const page = (query: AccessQuery) => ({
  columns: { id: 't.id' },
  from: `thing t WHERE ${query.reached} AND t.id > 3 ORDER BY t.id LIMIT 51`,
});

const statements: readonly [string, (query: AccessQuery) => string, typeof thing][] = [
  [
    'a thing with the facts of its decision',
    (query) => `SELECT t.id, ${query.facts} FROM thing t WHERE t.id = 77`,
    thing,
  ],
  [
    'a family with the facts of its decision',
    (query) => `SELECT f.id, ${query.facts} FROM family f WHERE f.id = ${query.value(family(77), 'uuid')}`,
    familyThing,
  ],
  ['a list’s total', (query) => `SELECT count(*) FROM thing t WHERE ${query.reached}`, thing],
  [
    'a total filtered by what a section says',
    (query) =>
      `SELECT count(*), ${query.countedAt('referral.outcome')} FROM thing t
       WHERE ${query.reached} AND ${query.shown('referral.outcome')} AND t.triage_unit = 'visitation'`,
    thing,
  ],
  ['a page with the facts of each item', (query) => query.pageText(page(query)), thing],
];

describe('with 100,000 bases, as the app role under row level security', () => {
  it.each(statements)('%s is found by indexes', async (_what, statement, of) => {
    const large = ['thing', 'family', 'basis_replica', 'basis_person', 'relation_replica'];
    expect(scans(await planOf(nyborg, statement, of)).filter((table) => large.includes(table))).toEqual([]);
  });

  it.each(statements)('%s costs what it costs with 1,000', async (_what, statement, of) => {
    const [small, large] = [await planOf(esbjerg, statement, of), await planOf(nyborg, statement, of)];
    // an index of a hundred times the rows is a level or two deeper
    expect(blocks(large)).toBeLessThan(2 * blocks(small) + 50);
  });

  it('is counted and shown as it is decided', async () => {
    const query = new AccessQuery(teacher, thing);
    const rows = await at.in((tx) =>
      query.rows<{ id: number; facts: AccessFacts; shown: boolean }>(
        tx,
        `SELECT t.id, ${query.facts} AS facts, ${query.shown('referral.outcome')} AS shown FROM thing t WHERE ${query.reached}`,
      ),
    );
    expect(rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([70, 71, 72, 73, 74, 75, 76, 77, 78, 79]);
    // disclosed from another unit than the one that triages
    for (const { facts, shown } of rows)
      expect([shown, query.decide(facts).withheld]).toEqual([
        false,
        [{ category: 'referral-outcome', reason: 'no-basis' }],
      ]);
  });

  it('answers a page in its order', async () => {
    const query = new AccessQuery(teacher, thing);
    const from = `thing t WHERE ${query.reached} ORDER BY t.id DESC LIMIT 3`;
    const rows = await at.in((tx) => query.page<{ id: number }>(tx, { columns: { id: 't.id' }, from }));
    expect(rows.map(({ id }) => id)).toEqual([79, 78, 77]);
  });

  it('has no items on a page that nothing reaches', async () => {
    const query = new AccessQuery(teacher, thing);
    const columns = { id: 't.id' };
    expect(
      await at.in((tx) => query.page(tx, { columns, from: `thing t WHERE ${query.reached} AND t.id < 0` })),
    ).toEqual([]);
  });
});
