import { readFileSync } from 'node:fs';
import { functionNames } from './function-names.js';

const page = readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8');
const [, section = ''] = page.split(/^## 3\. .*$/m);
const [table = ''] = section.split(/^## /m);
const rows = [...table.matchAll(/^\| (`[^|]+`) \| ([^|]+) \|/gm)].map(([, codes = '', names = '']) => [
  [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => code),
  names.split(', '),
]);
const named = rows.flatMap(([codes = [], names = []]) => codes.map((code, i) => [code as string, names[i]]));

it('are the functions that the page about access names, as it calls them', () => {
  const inDanish = Object.entries(functionNames).map(([code, { da }]) => [code, da]);
  expect(Object.fromEntries(inDanish)).toEqual(Object.fromEntries(named));
  expect(named.length).toBeGreaterThan(10);
});
