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
    registeredAt: new Date('2026-10-06T08:00:00Z'),
    renewedAt: null,
    endedAt: null,
    because: null,
    version: 1,
  });

describe('a webhook', () => {
  it('lapses so many days after it was registered, or renewed last', () => {
    const renewed = webhook();
    expect(renewed.until(30)).toEqual(at);
    renewed.renew(new Date('2026-11-05T07:59:59Z'), 30);
    expect(renewed.until(30)).toEqual(new Date('2026-12-05T07:59:59Z'));
    expect(renewed.version).toBe(2);
  });

  it('is not renewed once it has lapsed, or was ended', () => {
    const ended = webhook();
    expect(() => ended.renew(at, 30)).toThrow('webhook-over');
    ended.end(new Date('2026-10-07T08:00:00Z'), 'by-request');
    expect(() => ended.renew(new Date('2026-10-08T08:00:00Z'), 30)).toThrow('webhook-over');
    expect(ended).toMatchObject({ renewedAt: null, version: 2 });
  });

  it('is ended once, and stays as it was ended', () => {
    const ended = webhook();
    expect(ended.end(at, 'gone')).toBe(true);
    expect(ended.end(new Date('2026-11-06T08:00:00Z'), 'by-request')).toBe(false);
    expect(ended).toMatchObject({ endedAt: at, because: 'gone', version: 2 });
  });
});
