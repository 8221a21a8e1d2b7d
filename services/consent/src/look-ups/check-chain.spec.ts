import { newId } from '@helhed/kernel';
import fc from 'fast-check';
import { commitTo, firstLink, linkOf, newSalt, type Content } from './chain.js';
import { ChainCheck, type Fault, type ReadRow } from './check-chain.js';

const [incarnation, restored] = [newId(), newId()].toSorted() as [string, string];
const first = firstLink('0450');

const content = (n: number): Content => ({
  id: newId(),
  at: new Date(1_790_000_000_000 + n * 1_000).toISOString(),
  kind: 'look',
  act: 'family.read',
  subjects: [newId()],
  actor: 'person',
  sub: `somebody ${n}`,
  azp: 'helhed-pages',
  unit: 'visitation',
  function: 'triager',
  purposes: ['triage'],
  categories: ['identity'],
  bases: [],
  refused: false,
  flags: [],
});

/** Rows of several sources in the order in which they came: each source's numbers have no gap. */
function chainOf(sources: readonly string[]): ReadRow[] {
  const numbers = new Map<string, number>();
  let before = first;
  return sources.map((source, at) => {
    const seq = (numbers.get(source) ?? 0) + 1;
    numbers.set(source, seq);
    const [salt, row] = [newSalt(), content(at)];
    const place = { pos: at + 1, source, incarnation, seq, drawn: false };
    const commitment = commitTo(salt, row);
    before = linkOf(before, place, commitment);
    return { ...place, commitment, link: before, salt, content: row, found: true };
  });
}

function verify(rows: readonly ReadRow[]): Fault[] {
  const check = new ChainCheck(first);
  for (const row of rows) check.take(row);
  return check.end();
}

const sources = fc.array(fc.constantFrom('referral', 'family-plan', 'scheduling', 'consent'), {
  minLength: 8,
  maxLength: 40,
});
const chainAnd = <T>(more: (length: number) => fc.Arbitrary<T>) =>
  sources.chain((all) => more(all.length).map((chosen) => ({ rows: chainOf(all), chosen })));
const place = (length: number) => fc.integer({ min: 1, max: length });
const at = (rows: readonly ReadRow[], pos: number) => rows[pos - 1] as ReadRow;
const changed = (rows: readonly ReadRow[], pos: number, to: Partial<ReadRow>) =>
  rows.map((row) => (row.pos === pos ? { ...row, ...to } : row));
const flip = (bytes: Buffer, byte = 0) => {
  const copy = Buffer.from(bytes);
  copy[byte] = (copy[byte] as number) ^ 1;
  return copy;
};

describe('the chain of look-ups', () => {
  it('is whole as it was appended, and stays so whatever content is erased', () => {
    fc.assert(
      fc.property(
        chainAnd((length) => fc.subarray(Array.from({ length }, (_, i) => i + 1))),
        ({ rows, chosen }) => {
          expect(verify(rows)).toEqual([]);
          expect(
            verify(rows.map((row) => (chosen.includes(row.pos) ? { ...row, salt: null, content: null } : row))),
          ).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names a flipped byte, wherever it is, at its row and nowhere else', () => {
    const part = fc.constantFrom(
      'salt',
      'commitment',
      'link',
      'sub',
      'at',
      'subjects',
      'refused',
      'flags',
      'seq',
      'source',
      'drawn',
    );
    fc.assert(
      fc.property(
        chainAnd((length) => fc.tuple(place(length), part, fc.nat(15))),
        ({ rows, chosen: [pos, what, byte] }) => {
          const row = at(rows, pos);
          const inside = row.content as Content;
          const altered: Record<typeof what, Partial<ReadRow>> = {
            salt: { salt: flip(row.salt as Buffer, byte) },
            commitment: { commitment: flip(row.commitment, byte) },
            link: { link: flip(row.link, byte) },
            sub: { content: { ...inside, sub: `${inside.sub}x` } },
            at: { content: { ...inside, at: new Date(Date.parse(inside.at) + 1).toISOString() } },
            subjects: { content: { ...inside, subjects: [] } },
            refused: { content: { ...inside, refused: true } },
            flags: { content: { ...inside, flags: ['own'] } },
            drawn: { drawn: true },
            seq: { seq: row.seq + 100 },
            source: { source: 'reporting' },
          };
          const faults = verify(changed(rows, pos, altered[what]));
          const named = what === 'commitment' ? ['content-altered', 'link-altered'] : undefined;
          expect(new Set(faults.filter(({ kind }) => kind !== 'source-gap').map((fault) => fault.pos))).toEqual(
            new Set([pos]),
          );
          if (named) expect(faults.map(({ kind }) => kind).toSorted()).toEqual(named);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('names rows that were dropped, and the numbers that their sources lack', () => {
    fc.assert(
      fc.property(
        chainAnd((length) => fc.tuple(fc.integer({ min: 1, max: length - 3 }), fc.integer({ min: 1, max: 2 }))),
        ({ rows, chosen: [pos, count] }) => {
          const left = rows.filter((row) => row.pos < pos || row.pos >= pos + count);
          const faults = verify(left);
          expect(faults.filter(({ kind }) => kind === 'missing')).toEqual([
            { kind: 'missing', pos, to: pos + count - 1 },
          ]);
          const gone = new Set(rows.slice(pos - 1, pos - 1 + count).map(({ source }) => source));
          const heardAfter = new Set(
            left.filter((row) => row.pos >= pos && gone.has(row.source)).map(({ source }) => source),
          );
          const gaps = faults.filter(({ kind }) => kind === 'source-gap').map(({ source }) => source);
          expect(new Set(gaps)).toEqual(heardAfter);
          expect(faults).toHaveLength(1 + gaps.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('names two rows that were swapped, neighbours or not, and their contents alone', () => {
    const two = (length: number) =>
      fc
        .tuple(place(length), place(length))
        .filter(([a, b]) => a !== b)
        .map((pair) => pair.toSorted((a, b) => a - b) as [number, number]);
    fc.assert(
      fc.property(chainAnd(two), ({ rows, chosen: [a, b] }) => {
        const swapped = changed(changed(rows, a, { ...at(rows, b), pos: a }), b, { ...at(rows, a), pos: b });
        expect(verify(swapped)).toEqual([{ kind: 'swapped', pos: a, to: b }]);
        const { salt, content: inside } = at(rows, a);
        const other = at(rows, b);
        const contents = changed(changed(rows, a, { salt: other.salt, content: other.content }), b, {
          salt,
          content: inside,
        });
        expect(verify(contents)).toEqual([{ kind: 'swapped', pos: a, to: b }]);
      }),
      { numRuns: 100 },
    );
  });

  it('names a number that a source never sent, half an erasure, and a row that its person does not find', () => {
    const rows = chainOf(['referral', 'referral']);
    const [one, two] = rows as [ReadRow, ReadRow];
    const skipped = { ...two, seq: 3 };
    const link = linkOf(one.link, skipped, two.commitment);
    expect(verify([one, { ...skipped, link }])).toEqual([{ kind: 'source-gap', pos: 2, source: 'referral' }]);
    expect(verify([one, { ...two, salt: null }])).toEqual([{ kind: 'half-erased', pos: 2, source: 'referral' }]);
    expect(verify([one, { ...two, found: false }])).toEqual([{ kind: 'subject-missing', pos: 2, source: 'referral' }]);
  });

  it('lets a restored source go on at or before the number that it had reached, and not after it', () => {
    const rows = chainOf(['referral', 'referral', 'referral']);
    const last = rows.at(-1) as ReadRow;
    const next = (seq: number): ReadRow => {
      const [salt, row] = [newSalt(), content(9)];
      const where = { pos: 4, source: 'referral', incarnation: restored, seq, drawn: false };
      const commitment = commitTo(salt, row);
      return { ...where, commitment, link: linkOf(last.link, where, commitment), salt, content: row, found: true };
    };
    expect([2, 3, 4].flatMap((seq) => verify([...rows, next(seq)]))).toEqual([]);
    expect(verify([...rows, next(5)])).toEqual([{ kind: 'source-gap', pos: 4, source: 'referral' }]);
  });
});
