import { checkLock } from './check-lock.ts';
import type { Lock } from './check-lock.ts';

const good: Lock['packages'] = {
  '': {},
  'libs/web': {},
  'node_modules/@helhed/web': { resolved: 'libs/web', link: true },
  'node_modules/zod': { integrity: 'sha512-x' },
  'node_modules/nx': { integrity: 'sha512-x', hasInstallScript: true },
};
const found = (packages: Lock['packages']): string[] =>
  checkLock({ packages: { ...good, ...packages } }, { nx: false }).map(({ where, message }) => `${where} ${message}`);

it('a lock that installs anywhere passes', () => expect(found({})).toEqual([]));

it.each([
  ['an address', { resolved: 'https://example.dk/zod.tgz', integrity: 'x' }, 'records the address https://…'],
  ['no checksum', {}, 'has no integrity'],
  ['a script nobody judged', { integrity: 'x', hasInstallScript: true }, 'runs a script at install'],
])('a package with %s fails', (_, entry, message) => {
  expect(found({ 'node_modules/a/node_modules/@b/c': entry })).toEqual([expect.stringContaining(message)]);
});
