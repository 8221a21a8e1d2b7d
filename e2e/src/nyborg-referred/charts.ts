import { mustEqual } from '../story/must.js';

export interface Chart {
  /** Of the part of the page. */
  readonly id: string;
  /** What each row is called, and what stands there. */
  readonly rows: readonly (readonly [name: string, said: string])[];
}

const row = /<th scope="row">([^<]*)<\/th>\s*<td class="figures-number">([^<]*)<\/td>/g;

/** The charts of a page of figures by their tables, each held against what its drawing tells who does not see it. */
export function chartsOf(page: string): Chart[] {
  return page
    .split('<section class="figures-part" aria-labelledby="')
    .slice(1)
    .map((part) => {
      const rows = [...part.matchAll(row)].map(([, name = '', said = '']) => [name, said] as const);
      const drawn = rows.filter(([, said]) => /\d/.test(said)).map(([name, said]) => `${name}: ${said}`);
      const [, told = ''] = /<desc [^>]*>([^<]*)<\/desc>/.exec(part) ?? [];
      mustEqual(
        told === '' ? [] : told.split('; '),
        drawn,
        'the chart shows the numbers of its table, and of what has none nothing',
      );
      return { id: part.slice(0, part.indexOf('"')), rows };
    });
}
