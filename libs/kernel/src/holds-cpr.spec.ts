import fc from 'fast-check';
import { holdsCpr, isCpr } from './holds-cpr.js';

// replacement series: no living person has such a number
const [date, serial] = ['610190', '1234'];

describe('a text that could hold a CPR number', () => {
  it.each(['', '-', ' ', '--', '_', '.', ' -', '–', '\u00a0'])('is found with %j between', (between) => {
    for (const [before, after] of [
      ['', ''],
      ['ref ', ' of Monday'],
      ['solsikken', ''],
      ['a', 'b'],
      ['2026-', '-x'],
    ])
      expect(holdsCpr(`${before}${date}${between}${serial}${after}`)).toBe(true);
  });

  it.each(['', 'solsikken-2026-17', '20266101901234', '61019012345', '9999999999', '6113901234', '610190 x 1234'])(
    'is not %j',
    (text) => expect(holdsCpr(text)).toBe(false),
  );

  it('is never an id that a machine made, whatever digits it has', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789ab'.split('')), minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(hex, (id) => {
        const parts = [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, id);
        expect([holdsCpr(id), holdsCpr(parts), holdsCpr(`case ${parts}.`)]).toEqual([false, false, false]);
      }),
    );
    expect(holdsCpr(`a6101901234f`)).toBe(true);
  });

  const number = `${date}${serial}ab`;
  const hex = `${number}${'c'.repeat(20)}`;
  it.each([`aaaaaaaa-bbbb-cccc-dddd-${number}`, `AAAAAAAA-BBBB-CCCC-DDDD-${number}`, hex, `/${hex}.`])(
    'is not an id made by a machine, such as %s',
    (id) => expect(holdsCpr(id)).toBe(false),
  );
  it.each([
    `zzzzzzza-bbbb-cccc-dddd-${number}`,
    `aaaaaaaa-bbbb-${number}`,
    `aaaaaaaa-b-c-d-${number}`,
    `aaaaaaaa-zzzz-cccc-dddd-${number}`,
    `aaaaaaaa-bbbb-cccc-dddd-${number.replace('a', 'x')}`,
    `x${hex}`,
    `${hex}x`,
    hex.replace('c', 'x'),
    `-${number}-`,
  ])('is found in what is nearly one: %s', (text) => expect(holdsCpr(text)).toBe(true));

  it('is not made of what stands on both sides of an id', () => {
    expect(holdsCpr(`${date}aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee${serial}`)).toBe(false);
  });

  it('is a CPR number itself only when nothing else stands there', () => {
    expect([isCpr(`${date}${serial}`), isCpr(`${date}-${serial}`), isCpr(`x${date}${serial}`)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
