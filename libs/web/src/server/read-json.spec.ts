import fc from 'fast-check';
import { isTooDeep } from './read-json.js';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

describe('the depth of JSON', () => {
  it('is measured as its parsed form has it, whatever stands in its strings', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const [text, depth] = [JSON.stringify(value, null, indent), depthOf(value)];
        expect(isTooDeep(text, depth)).toBe(false);
        expect(depth > 0 && isTooDeep(text, depth - 1)).toBe(depth > 0);
      }),
    );
    expect(isTooDeep('"[[[[\\"[[[[\\\\"', 1)).toBe(false);
  });

  it('is no trouble to measure where it would be one to parse', () => {
    expect(isTooDeep('['.repeat(400_000))).toBe(true);
    expect(isTooDeep('{"a":'.repeat(33))).toBe(true);
    expect(isTooDeep('{"a":'.repeat(32))).toBe(false);
  });
});
