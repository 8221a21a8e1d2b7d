import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Page } from './page.js';
import { Paging, type Position } from './paging.js';

interface Row {
  readonly name: string | null;
  readonly id: number;
}

const key = randomBytes(32);
const paging = new Paging(key);
const before = (a: Position, b: Position): boolean =>
  a[0] === b[0] ? Number(a[1]) < Number(b[1]) : String(a[0]) < String(b[0]);

/** What a query with `WHERE position > cursor ORDER BY position LIMIT limit + 1` gives. */
function ask(rows: readonly Row[], query: { limit: number; cursor?: string }): Page<Row> {
  const position = ({ name, id }: Row): Position => [name, id];
  const after = paging.after('rows', query);
  const rest = rows.filter((row) => !after || before(after, position(row))).slice(0, query.limit + 1);
  return paging.page('rows', query, rest, rows.length, (row) => row, position);
}

const list = fc
  .uniqueArray(fc.record({ name: fc.option(fc.string()), id: fc.integer({ min: 0, max: 1e6 }) }), {
    selector: ({ id }) => id,
    maxLength: 40,
  })
  .map((rows) => rows.toSorted((a, b) => (before([a.name, a.id], [b.name, b.id]) ? -1 : 1)));

describe('paging', () => {
  it('gives every row once, in order, whatever the size of the page', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 12 }), (rows, limit) => {
        const seen: Row[] = [];
        let cursor: string | undefined;
        do {
          const page: Page<Row> = ask(rows, { limit, cursor });
          expect(page.total).toBe(rows.length);
          seen.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor);
        expect(seen).toEqual(rows);
      }),
    );
  });

  const rows = [1, 2, 3].map((id) => ({ name: 'Grethe Holm', id }));
  const cursor = ask(rows, { limit: 1 }).next ?? '';
  const refusal = { kind: 'invalid', problem: 'cursor-invalid' };
  const caught = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };

  it('shows nothing of the row in a cursor, and no two are alike', () => {
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('Grethe');
    expect(ask(rows, { limit: 1 }).next).not.toBe(cursor);
  });

  it('refuses a cursor that was tampered with, in any byte', () => {
    const bytes = Buffer.from(cursor, 'base64url');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(caught(() => ask(rows, { limit: 1, cursor: changed.toString('base64url') }))).toMatchObject(refusal);
      }),
    );
  });

  it.each(['', 'x', 'Z3V0ZW4gVGFn'])('refuses the made-up cursor %j', (made) => {
    expect(caught(() => paging.after('rows', { limit: 1, cursor: made }))).toMatchObject(refusal);
  });

  it('refuses a cursor of another list, of other filters and of another service’s key', () => {
    expect(paging.after('rows', { limit: 5, cursor })).toEqual(['Grethe Holm', 1]);
    expect(caught(() => paging.after('others', { limit: 1, cursor }))).toMatchObject(refusal);
    expect(caught(() => paging.after('rows', { limit: 1, cursor, state: 'open' } as never))).toMatchObject(refusal);
    expect(caught(() => new Paging(randomBytes(32)).after('rows', { limit: 1, cursor }))).toMatchObject(refusal);
  });
});
