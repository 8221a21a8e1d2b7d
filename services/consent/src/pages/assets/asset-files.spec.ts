import { findAsset } from './asset-files.js';

it('finds the stylesheets, and what they ask for in turn', async () => {
  const css = await findAsset('dkfds/css/dkfds.min.css');
  expect(css?.type).toContain('text/css');
  expect((await findAsset('helhed.css'))?.content.toString()).toContain('.page-main');
  const asked = [...(css?.content.toString() ?? '').matchAll(/url\(\.\.\/([^)?#"]+\.(?:svg|woff2?))\)/g)];
  expect(asked.length).toBeGreaterThan(50);
  for (const [, name] of asked) expect([name, await findAsset(`dkfds/${name}`)]).toEqual([name, expect.anything()]);
});

it.each([
  '../package.json',
  'dkfds/../../package.json',
  'dkfds/js/dkfds.min.js',
  '/etc/x.css',
  '.hidden.css',
  'none.css',
  'a//b.css',
  'dkfds/css',
])('has nothing of the name %s', async (name) => expect(await findAsset(name)).toBeUndefined());
