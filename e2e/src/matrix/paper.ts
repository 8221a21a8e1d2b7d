import { pageText } from './oracle/page.js';
import type { Expected } from './oracle/request.js';

const linesIn = (page: string, pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, words = '']) => words);

/** As docs/access.md says it in Danish: of a category in 2.1, of a reason in 10. */
const danish = (code: string, cell: 2 | 3): string =>
  pageText()
    .split('\n')
    .map((line) => line.split('|').map((each) => each.trim()))
    .findLast((cells) => cells[1] === `\`${code}\``)?.[cell] ?? code;

/** As a line begins. */
const capital = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}`;

type Shows = (page: string) => Readonly<Record<string, boolean | number>>;
type Wants = (expected: Required<Pick<Expected, 'shown' | 'withheld'>>) => Readonly<Record<string, boolean | number>>;

/** What each page has of what its row shows. */
export const papers: ReadonlyMap<string, readonly [found: Shows, wanted: Wants]> = new Map<string, [Shows, Wants]>([
  [
    'A-FAM-32',
    [
      (page) => ({
        plan: page.includes('<h2>Det vil vi</h2>'),
        names: linesIn(page, /<p>Familien: (.*?)<\/p>/g)[0]?.split(', ').length ?? 0,
      }),
      ({ shown, withheld }) => ({
        plan: !withheld.some(({ category }) => category === 'plan'),
        names: shown.filter((section) => section.startsWith('family.identity')).length,
      }),
    ],
  ],
  [
    'A-REF-17',
    [
      (page) => ({ answer: page.includes('<h2>Svaret</h2>') }),
      ({ shown }) => ({ answer: shown.includes('referral.outcome') }),
    ],
  ],
]);

/** What the page has, and what it says is left out; a PDF is the same in other bytes. */
export function paperDiffers(
  row: string,
  path: string,
  page: string,
  { shown = [], withheld = [] }: Expected,
): string | undefined {
  if (path.includes('.pdf')) return page.startsWith('%PDF') ? undefined : 'no PDF';
  const [has, wants] = papers.get(row)!;
  const leftOut = (page.split('<h2>Det er ikke med</h2>')[1] ?? '').match(/(?<=<li>).*?(?=<\/li>)/g)?.toSorted() ?? [];
  const said = withheld.map(({ category, reason }) => capital(`${danish(category, 2)}: ${danish(reason, 3)}`));
  const found = { ...has(page), leftOut };
  const wanted = { ...wants({ shown, withheld }), leftOut: [...new Set(said)].toSorted() };
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  return a === b ? undefined : `has ${a} for ${b}`;
}
