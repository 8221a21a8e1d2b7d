import { pageText } from './oracle/page.js';
import type { Expected } from './oracle/request.js';

const linesIn = (page: string, pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, words = '']) => words);

/** As docs/access.md says it in Danish: of a category in 2.1, of a reason in 10. */
const danish = (code: string, cell: 2 | 3): string =>
  pageText()
    .split('\n')
    .map((line) => line.split('|').map((each) => each.trim()))
    .findLast((cells) => cells[1] === `\`${code}\``)?.[cell] ?? code;

/** A-FAM-32: what the page has of the plan and of names, and what it says is left out; a PDF is the same in other bytes. */
export function paperDiffers(path: string, page: string, { shown = [], withheld = [] }: Expected): string | undefined {
  if (path.includes('.pdf')) return page.startsWith('%PDF') ? undefined : 'no PDF';
  const found = {
    plan: page.includes('<h2>Det vil vi</h2>'),
    names: linesIn(page, /<p>Familien: (.*?)<\/p>/g)[0]?.split(', ').length ?? 0,
    leftOut: (page.split('<h2>Det er ikke med</h2>')[1] ?? '').match(/(?<=<li>).*?(?=<\/li>)/g)?.toSorted() ?? [],
  };
  const said = withheld.map(({ category, reason }) => `${danish(category, 2)}: ${danish(reason, 3)}`);
  const wanted = {
    plan: !withheld.some(({ category }) => category === 'plan'),
    names: shown.filter((section) => section.startsWith('family.identity')).length,
    leftOut: [...new Set(said)].toSorted(),
  };
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  return a === b ? undefined : `has ${a} for ${b}`;
}
