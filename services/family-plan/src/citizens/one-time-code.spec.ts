import { randomBytes } from 'node:crypto';
import { PersonalData } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { LinkAttempts } from './link-attempts.js';
import { LinkCode } from './link-code.js';
import { hashOfCode, newCode } from './one-time-code.js';

const key = () => randomBytes(32).toString('base64');
const data = new PersonalData({ current: 'k1', keys: { k1: key() }, index: key() });
const [nyborg, esbjerg] = [municipalityCode('0450'), municipalityCode('0561')];
const at = (minute: number) => new Date(Date.UTC(2026, 9, 5, 12, minute));

describe('a one-time code', () => {
  it('can be read aloud, and is never the same twice', () => {
    const codes = Array.from({ length: 500 }, () => newCode());
    for (const code of codes) expect(code).toMatch(/^([abcdefghjkmnpqrstuvwxyz23456789]{4}-){2}[a-z2-9]{4}$/);
    expect(new Set(codes).size).toBe(500);
  });

  it('is known however it is typed, and in its municipality only', () => {
    const hash = hashOfCode(data, nyborg, 'k7mh-q2xw-9dru');
    for (const typed of ['K7MH-Q2XW-9DRU', 'k7mhq2xw9dru', ' k7mh q2xw 9dru '])
      expect(hashOfCode(data, nyborg, typed)).toEqual(hash);
    expect(hashOfCode(data, nyborg, 'k7mh-q2xw-9drv')).not.toEqual(hash);
    expect(hashOfCode(data, esbjerg, 'k7mh-q2xw-9dru')).not.toEqual(hash);
    expect(hash.toString('latin1')).not.toContain('k7mh');
  });

  it('is good until it is used or its time is up', () => {
    const code = Object.assign(new LinkCode(), { usedAt: null, expiresAt: at(30) });
    expect([code.isGood(at(29)), code.isGood(at(30))]).toEqual([true, false]);
    code.use(at(10));
    expect(code.isGood(at(11))).toBe(false);
  });
});

describe('attempts', () => {
  it('are too many after so many that failed, until the first of them is long ago', () => {
    const attempts = Object.assign(new LinkAttempts(), { failed: 0, since: at(0) });
    const tooMany = (minute: number) => attempts.isTooMany(at(minute), 2, 30);
    attempts.fail(at(1), 30);
    expect(tooMany(1)).toBe(false);
    attempts.fail(at(2), 30);
    expect([tooMany(2), tooMany(29), tooMany(30)]).toEqual([true, true, false]);
    attempts.fail(at(31), 30);
    expect(tooMany(31)).toBe(false);
  });
});
