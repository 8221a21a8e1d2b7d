import fc from 'fast-check';
import { actIn, byDefault, requireChoice } from './choose-function.js';
import type { Actor } from './actor.js';
import { functionText, isCaseFunction, parseFunction, parseFunctions } from './functions.js';

const word = fc.stringMatching(/^[a-z]{1,10}$/);
const unit = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('-'));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'));

describe('functions in units', () => {
  it('are read back as they were written, whatever their codes', () => {
    fc.assert(
      fc.property(unit, name, (u, n) => {
        expect(parseFunction(`${u}:${n}`)).toEqual({ unit: u, function: n });
        expect(functionText({ unit: u, function: n })).toBe(`${u}:${n}`);
      }),
    );
  });

  it('are read from any claim without a fault, and nothing comes out that is not written in it', () => {
    fc.assert(
      fc.property(fc.anything(), (claim) => {
        const texts = [claim].flat().filter((one) => typeof one === 'string');
        for (const held of parseFunctions(claim)) expect(texts).toContain(functionText(held));
      }),
    );
  });

  it('are not read from text that only looks like a pair', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const read = parseFunction(`${a}:${b}`);
        if (read) expect(`${read.unit}:${read.function}`).toBe(`${a}:${b}`);
        if (/[^a-z0-9-]/.test(a) || /[^a-z-]/.test(b)) expect(read).toBeUndefined();
      }),
    );
    for (const text of ['', ':', 'a:', ':b', 'a:b:c', ' a:b', 'a:b ', 'A:b', 'a-:b', 'a:b\n', 'a--b:c', 'æ:b']) {
      expect(parseFunction(text)).toBeUndefined();
    }
  });

  it('that stand twice count once, and faulty ones not at all', () => {
    expect(parseFunctions(['a:b', 'a:b', 'nonsense', 7, null])).toEqual([{ unit: 'a', function: 'b' }]);
    expect(parseFunctions(undefined)).toEqual([]);
    expect(parseFunctions('a:b')).toEqual([{ unit: 'a', function: 'b' }]);
    expect(parseFunctions([['a:b'], { toString: () => 'a:b' }])).toEqual([]);
  });
});

it('oversight carries no case; every other function does, one invented today too (docs/access.md 1.2)', () => {
  for (const one of ['programme-lead', 'data-protection-officer', 'administrator', 'report-reader'])
    expect([one, isCaseFunction(one)]).toEqual([one, false]);
  for (const one of ['pedagogue', 'group-leader', 'gym-teacher', 'lead'])
    expect([one, isCaseFunction(one)]).toEqual([one, true]);
});

describe('a request acts in one function', () => {
  const withFunctions = (...texts: string[]) =>
    byDefault({ kind: 'person', functions: parseFunctions(texts) } as unknown as Actor);

  it('the only one held, without a header', () => {
    expect(withFunctions('a:b')).toMatchObject({ unit: 'a', function: 'b' });
    expect(withFunctions().function).toBeUndefined();
  });

  it('the one that the header names, among several', () => {
    expect(actIn(withFunctions('a:b', 'c:d'), 'c:d')).toMatchObject({ unit: 'c', function: 'd' });
  });

  it('none when several are held and none is named: 400 where it matters', () => {
    const actor = actIn(withFunctions('a:b', 'c:d'), undefined);
    expect(actor.function).toBeUndefined();
    expect(() => requireChoice(actor)).toThrow(
      expect.objectContaining({ problem: 'function-ambiguous', kind: 'invalid' }),
    );
  });

  it('never one put together from two that are held', () => {
    const actor = withFunctions('a:b', 'c:d');
    for (const header of ['a:d', 'c:b']) {
      expect(() => actIn(actor, header)).toThrow(expect.objectContaining({ kind: 'forbidden' }));
    }
    expect(() => actIn(actor, 'a')).toThrow(expect.objectContaining({ problem: 'function-invalid' }));
    expect(() => actIn(actor, 'a:b, c:d')).toThrow(expect.objectContaining({ problem: 'function-invalid' }));
  });
});
