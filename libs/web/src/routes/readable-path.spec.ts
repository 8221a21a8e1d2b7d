import { pathPattern, readablePath } from './readable-path.js';

describe('a route’s path', () => {
  it.each([
    ['/referral/v1/referrals/:id(^[0-9a-f-]{36})::accept', '/referral/v1/referrals/{id}:accept'],
    ['/referral/v1/referrals/:id/outcome', '/referral/v1/referrals/{id}/outcome'],
    ['/reporting/v1/operations/read-models::rebuild', '/reporting/v1/operations/read-models:rebuild'],
    ['/scheduling/v1/feeds/:secret(^[A-Za-z0-9_-]{43}).ics', '/scheduling/v1/feeds/{secret}.ics'],
    ['/referral/v1/referrals', '/referral/v1/referrals'],
  ])('%s is written %s', (path, written) => {
    expect(readablePath(path)).toBe(written);
  });

  it('matches its addresses and no others', () => {
    const pattern = pathPattern('/r/v1/things/:id(^[0-9a-f-]{36})::accept');
    const thing = '/r/v1/things/01a20062-7b0b-71ae-8c15-e11823600673';
    expect(pattern.test(`${thing}:accept`)).toBe(true);
    expect(pattern.test(`${thing}:decline`)).toBe(false);
    expect(pattern.test('/r/v1/things/42:accept')).toBe(false);
    expect(pathPattern('/r/v1/things/:id').test('/r/v1/things/abc:accept')).toBe(false);
    expect(pathPattern('/r/v1/feeds/:secret.ics').test('/r/v1/feeds/abcXics')).toBe(false);
  });
});
