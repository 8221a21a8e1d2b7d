import { inspect } from 'node:util';
import fc from 'fast-check';
import { Cpr } from './cpr.js';
import type { DomainError } from './domain-error.js';

const pad = (n: number, width = 2) => String(n).padStart(width, '0');
/** Made at run time: any date, serial number and (optionally) a replacement day. */
const numbers = fc
  .record({
    date: fc.date({ min: new Date('1900-01-01'), max: new Date('1999-12-31'), noInvalidDate: true }),
    serial: fc.integer({ min: 0, max: 3999 }),
    replacement: fc.boolean(),
  })
  .map(({ date, serial, replacement }) => ({
    iso: date.toISOString().slice(0, 10),
    replacement,
    digits: `${pad(date.getUTCDate() + (replacement ? 60 : 0))}${pad(date.getUTCMonth() + 1)}${pad(date.getUTCFullYear() % 100)}${pad(serial, 4)}`,
  }));

const mask = '******-****';
const caught = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('nothing was thrown');
};

describe('a CPR number', () => {
  it('tells the date of birth, replacement or not, whatever modulus 11 says', () => {
    fc.assert(
      fc.property(numbers, ({ iso, digits, replacement }) => {
        const cpr = Cpr.parse(digits);
        expect(cpr.birthDate()).toBe(iso);
        expect(cpr.isReplacement()).toBe(replacement);
        expect(Cpr.parse(`${digits.slice(0, 6)}-${digits.slice(6)}`).digits).toBe(digits);
      }),
    );
  });

  it('never shows its digits by accident', () => {
    fc.assert(
      fc.property(numbers, ({ digits }) => {
        const cpr = Cpr.parse(digits);
        for (const shown of [String(cpr), JSON.stringify({ cpr }), inspect({ cpr }, { showHidden: true, depth: 9 })])
          expect(shown).not.toContain(digits.slice(6));
        expect([String(cpr), JSON.stringify(cpr), inspect(cpr)]).toEqual([mask, `"${mask}"`, mask]);
      }),
    );
  });

  it('may have spaces around it, and is refused in both languages without being repeated', () => {
    expect(Cpr.parse(' 610190-1234\n').digits).toBe('6101901234');
    const error = caught(() => Cpr.parse('6113901234'));
    expect(error).toMatchObject({ kind: 'invalid', problem: 'cpr-invalid' });
    const { da, en } = error.detail;
    expect([da, en]).toEqual([expect.stringMatching(/ti cifre/), expect.stringMatching(/ten digits/)]);
    expect(`${da}${en}${error.message}`).not.toContain('6113901234');
  });

  it.each([
    '',
    '610190',
    '6113901234',
    '9201901234',
    '0001901234',
    '6100901234',
    '9201901234',
    '610190-1234x',
    'x610190-1234',
    '610190--1234',
    '61019012345',
    '6101 901234',
    '9002901234',
    'x101901234',
  ])('refuses %p', (text) =>
    expect(() => Cpr.parse(text)).toThrow(expect.objectContaining({ problem: 'cpr-invalid' })),
  );

  it.each([
    ['6101364001', '2036-01-01'],
    ['6101374001', '1937-01-01'],
    ['6101575001', '2057-01-01'],
    ['6101585001', '1858-01-01'],
    ['6101999001', '1999-01-01'],
    ['8902049001', '2004-02-29'],
  ])('reads the century of %s as %s', (digits, iso) => expect(Cpr.parse(digits).birthDate()).toBe(iso));
});
