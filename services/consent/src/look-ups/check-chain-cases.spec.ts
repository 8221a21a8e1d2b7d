import { newId } from '@helhed/kernel';
import { commitTo, firstLink, linkOf, newSalt, type Content } from './chain.js';
import { ChainCheck, type Fault, type ReadRow } from './check-chain.js';

const [one, two] = [newId(), newId()].toSorted() as [string, string];
const first = firstLink('0450');
type Came = readonly [source: string, seq: number, incarnation?: string];

/** A register in which numbers came as they are given here, each row chained as it came. */
function chained(...came: readonly Came[]): ReadRow[] {
  let before = first;
  return came.map(([source, seq, incarnation = one], at) => {
    const content = { id: newId(), at: String(at), subjects: [newId()], flags: [] as string[] } as unknown as Content;
    const place = { pos: at + 1, source, incarnation, seq, drawn: false };
    const salt = newSalt();
    const commitment = commitTo(salt, content);
    before = linkOf(before, place, commitment);
    return { ...place, commitment, link: before, salt, content, found: true };
  });
}

function checked(rows: readonly ReadRow[]): ChainCheck {
  const check = new ChainCheck(first);
  for (const row of rows) check.take(row);
  return check;
}
const verify = (rows: readonly ReadRow[]): Fault[] => checked(rows).end();
const of = (source: string, count: number) =>
  chained(...Array.from({ length: count }, (_, i): Came => [source, i + 1]));
const at = (rows: readonly ReadRow[], pos: number) => rows[pos - 1] as ReadRow;
const changed = (rows: readonly ReadRow[], changes: Record<number, Partial<ReadRow>>) =>
  rows.map((row) => ({ ...row, ...changes[row.pos] }));
const contentOf = ({ salt, content }: ReadRow) => ({ salt, content });

it('counts the rows, and says how far it has come', () => {
  const check = checked(of('referral', 3));
  expect([check.rows, check.pos]).toEqual([3, 3]);
});

describe('a number of a source that comes late', () => {
  const gapAt = (pos: number, source = 'a') => [{ kind: 'source-gap', pos, source }];
  it.each<[string, Came[], unknown[]]>([
    [
      'is missing nowhere',
      [
        ['a', 1],
        ['a', 4],
        ['a', 3],
        ['a', 2],
      ],
      [],
    ],
    [
      'and another not',
      [
        ['a', 1],
        ['a', 4],
        ['a', 3],
      ],
      gapAt(2),
    ],
    [
      'twice is one',
      [
        ['a', 1],
        ['a', 4],
        ['a', 3],
        ['a', 3],
      ],
      gapAt(2),
    ],
    [
      'of another source is not this one’s',
      [
        ['a', 1],
        ['a', 3],
        ['b', 3],
        ['b', 2],
        ['b', 1],
      ],
      gapAt(2),
    ],
    [
      'is no number before the gap',
      [
        ['a', 1],
        ['a', 3],
        ['a', 1],
      ],
      gapAt(2),
    ],
    [
      'is no number after it',
      [
        ['a', 1],
        ['a', 3],
        ['a', 3],
      ],
      gapAt(2),
    ],
    [
      'of a later incarnation is not this one’s',
      [
        ['a', 1],
        ['a', 3],
        ['a', 4, two],
        ['a', 2, two],
      ],
      gapAt(2),
    ],
    [
      'is not what a restored source lacks',
      [
        ['a', 1],
        ['a', 2],
        ['a', 3],
        ['a', 2, two],
        ['a', 4, two],
      ],
      gapAt(5),
    ],
  ])('%s', (_, came, faults) => expect(verify(chained(...came))).toEqual(faults));
});

describe('what was swapped', () => {
  const rows = of('referral', 8);

  it('is not said to be missing its person too, and what else does not find its person is', () => {
    const swapped = { ...contentOf(at(rows, 5)), found: false };
    const back = { ...contentOf(at(rows, 2)), found: false };
    expect(verify(changed(rows, { 2: swapped, 5: back, 7: { found: false } }))).toEqual([
      { kind: 'swapped', pos: 2, to: 5 },
      { kind: 'subject-missing', pos: 7, source: 'referral' },
    ]);
  });

  it('hides no other row that was altered', () => {
    const altered = { ...contentOf(at(rows, 8)), salt: newSalt() };
    const pair = { 2: { ...at(rows, 3), pos: 2 }, 3: { ...at(rows, 2), pos: 3 } };
    expect(verify(changed(rows, { ...pair, 6: { drawn: true }, 8: altered }))).toEqual([
      { kind: 'swapped', pos: 2, to: 3 },
      { kind: 'link-altered', pos: 6, source: 'referral' },
      { kind: 'content-altered', pos: 8, source: 'referral' },
    ]);
  });

  it('is two rows: three contents that went round are three altered ones, by position', () => {
    const round = { 6: contentOf(at(rows, 2)), 2: contentOf(at(rows, 4)), 4: contentOf(at(rows, 6)) };
    expect(verify(changed(rows, round)).map(({ kind, pos }) => [kind, pos])).toEqual([
      ['content-altered', 2],
      ['content-altered', 4],
      ['content-altered', 6],
    ]);
  });

  it('twice is named twice', () => {
    const both = { 1: 4, 4: 1, 2: 7, 7: 2 };
    const contents = Object.fromEntries(Object.entries(both).map(([to, from]) => [to, contentOf(at(rows, from))]));
    expect(verify(changed(rows, contents))).toEqual([
      { kind: 'swapped', pos: 1, to: 4 },
      { kind: 'swapped', pos: 2, to: 7 },
    ]);
  });
});

it('names a thousand faults and no more', () => {
  const rows = of('referral', 1_003).map((row) => ({ ...row, found: false }));
  expect(verify(rows)).toHaveLength(1_000);
});
