import { html } from './html.js';
import { layout } from './layout.js';

it('offers the other language at the same place, whatever the address is', () => {
  const page = (address: string) => layout({ language: 'da', address }, { title: 'x', main: html`x` });
  expect(page('/consent/my?cursor=a')).toContain('href="?cursor=a&amp;lang=en"');
  expect(page('//elsewhere.example/..%2fconsent/x')).not.toContain('elsewhere.example');
});
