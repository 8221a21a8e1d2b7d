import { readFileSync } from 'node:fs';
import { reasons } from './reasons.js';

const specification = readFileSync(new URL('../../../../../../docs/access.md', import.meta.url), 'utf8');
const section = specification.slice(specification.indexOf('\n## 10. Reasons'));
const rows = section.split('\n').filter((line) => line.startsWith('| `'));
const slugsOf = (row: string): string[] =>
  [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, slug]) => slug!);

it('every reason of docs/access.md, section 10, has a page', () => {
  const slugs = rows.flatMap(slugsOf);
  expect(slugs.length).toBeGreaterThan(40);
  expect(slugs.filter((slug) => reasons[slug] === undefined)).toEqual([]);
});

it('a withheld section is explained in the specification’s own words', () => {
  const withheld = rows.slice(
    0,
    rows.findIndex((row) => row.includes('token-missing')),
  );
  expect(withheld).toHaveLength(10);
  for (const row of withheld) {
    const [slug = ''] = slugsOf(row);
    const [da, en] = row
      .split('|')
      .slice(3, 5)
      .map((text) => text.trim().replaceAll('’', "'"));
    const { title } = reasons[slug] ?? { title: { da: '', en: '' } };
    expect([slug, title.da, title.en.replaceAll('’', "'")]).toEqual([slug, da, en]);
  }
});
