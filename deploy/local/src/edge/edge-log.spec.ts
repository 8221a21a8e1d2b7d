import { readFileSync } from 'node:fs';

const file = readFileSync(new URL('../../../edge/Caddyfile', import.meta.url), 'utf8');
const [, options = '', sites = ''] = /^\{\n([^]*?)^\}\n([^]*)$/m.exec(file.replaceAll(/^#.*\n/gm, '')) ?? [];

/** A feed's secret is an address: of a calendar that hangs up, Caddy notes the request by itself. */
it('the edge of an installation logs no requests, and keeps them out of what it notes of its own accord', () => {
  expect(options).toMatch(/\tlog \{\s+format filter \{[^}]*fields \{\s+request delete\s+\}/);
  expect(sites).toContain('reverse_proxy scheduling:8080');
  expect(sites).not.toMatch(/^\s*log\b/m);
});
