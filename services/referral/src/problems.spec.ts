import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generalProblems } from '@helhed/web';
import { problems } from './problems.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?<!\.spec)\.js$/.test(name),
);
const refusals = files.flatMap((name) => [
  ...readFileSync(join(folder, name), 'utf8').matchAll(/new DomainError\(\s*'[\w-]+',\s*'([\w-]+)'/g),
]);
const slugs = [...new Set(refusals.map((match) => match[1] ?? ''))].sort();

describe('the problems of the service', () => {
  it('are those that its code refuses with, no more and no fewer', () => {
    expect(slugs.length).toBeGreaterThan(10);
    expect(slugs).toEqual(Object.keys(problems).sort());
    for (const slug of slugs) expect(Object.keys(generalProblems)).not.toContain(slug);
  });
});
