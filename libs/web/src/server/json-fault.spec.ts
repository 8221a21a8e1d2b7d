import fc from 'fast-check';
import { jsonFault } from './json-fault.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where text stops being JSON', () => {
  it.each([
    ['{"name":', 1, 9],
    ['{"name": Gyda}', 1, 10],
    ['{"name": "Gyda",\n "seats": 4,\n}', 3, 1],
    ["{'name': 1}", 1, 2],
    ['[1 2]', 1, 4],
    ['{"a":1} x', 1, 9],
    ['{"a":"unfinished', 1, 6],
    ['{"a":01}', 1, 7],
    ['', 1, 1],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(jsonFault(text)).toEqual({ line, column });
  });

  it('is nowhere in what JSON.parse reads, and somewhere in everything else', () => {
    const almost = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '0', '-', ' ', '\u0001'))
      .map(([json, n, put]) => json.slice(0, n % (json.length + 1)) + put + json.slice((n % (json.length + 1)) + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), almost, fc.string()), (text) => {
        expect(jsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 1000 },
    );
  });
});
