import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askedElsewhere } from './asked-elsewhere.js';
import { pageText } from './oracle/page.js';
import { pageRules } from './oracle/rules.js';
import { faultsInRules } from './pairs.js';

/** The lines of a spec that begin a test, or go on with the title of one. */
const titlesOf = (spec: string): string[] =>
  readFileSync(fileURLToPath(new URL(`../../../${spec}`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => /^\s*(it(\.each.*)?\(|\]\)\(|['`])/.test(line));

describe('every rule of docs/access.md that is no route’s', () => {
  it('has a pair of cells in the matrix, or says where it is asked instead', () => {
    expect(pageRules().length).toBeGreaterThan(60);
    expect(faultsInRules()).toEqual([]);
  });

  it('is found missing where it is new, and left over where it is gone', () => {
    const text = `${pageText().replaceAll('A-SEC-04', 'A-SEC-03')}\n- **A-NEW-01** Nobody.`;
    expect(faultsInRules(pageRules(text))).toEqual([
      'A-NEW-01 has neither a pair nor a reason',
      'A-SEC-04 is no rule of the page',
    ]);
  });

  it.each(Object.entries(askedElsewhere))('%s is asked by a test that is there', (_, [, spec, test]) => {
    expect(titlesOf(spec).filter((title) => title.includes(test))).toHaveLength(1);
  });
});
