import { change } from '@helhed/database';
import { Webhook } from './webhook.js';

const at = new Date('2026-11-05T08:00:00Z');
const webhook = (): Webhook =>
  change(new Webhook(), {
    municipality: '0450',
    unit: 'db-solsikken',
    function: 'referrer',
    issuer: 'test',
    sub: 'a-system',
    azp: 'dagtilbud',
    endedAt: null,
    because: null,
    version: 1,
  });

describe('a webhook', () => {
  it('is ended once, and stays as it was ended', () => {
    const ended = webhook();
    expect(ended.end(at, 'gone')).toBe(true);
    expect(ended.end(new Date('2026-11-06T08:00:00Z'), 'by-request')).toBe(false);
    expect(ended).toMatchObject({ endedAt: at, because: 'gone', version: 2 });
  });
});
