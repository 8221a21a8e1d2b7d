import { planted } from '../planted.ts';
import { staleness } from './stale.ts';

const stale = (committed: Record<string, string>, today: string): string[] =>
  planted(committed, (root) =>
    staleness(root, 'docs/a.yaml', today, '`npm run a`').map((v) => `${v.where} ${v.message}`),
  );

it('a document that says what the code says is fresh', () =>
  expect(stale({ 'docs/a.yaml': 'x\ny\n' }, 'x\ny\n')).toEqual([]));

it.each([
  ['differs', 'x\nz\n', 'docs/a.yaml:2 is stale: `npm run a` writes it anew. The code says: y'],
  ['is too short', 'x', 'docs/a.yaml:2 is stale'],
  ['is too long', 'x\ny\n\nz', 'docs/a.yaml:4 is stale'],
])('a document that %s is stale', (_, committed, message) => {
  expect(stale({ 'docs/a.yaml': committed }, 'x\ny\n')).toEqual([expect.stringContaining(message)]);
});

it('a document that is not there is missing', () =>
  expect(stale({}, 'x')).toEqual(['docs/a.yaml is missing: `npm run a` writes it.']));
