import fc from 'fast-check';
import { overlaps } from './local-time.js';
import { Timeline } from './timeline.js';

const stretch = fc
  .tuple(fc.nat(100), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ startsAt: new Date(start), endsAt: new Date(start + length) }));

describe('a timeline', () => {
  it('is taken exactly where one of its stretches overlaps', () =>
    fc.assert(
      fc.property(fc.array(stretch), stretch, (stretches, asked) => {
        expect(new Timeline(stretches).isTaken(asked)).toBe(stretches.some((each) => overlaps(each, asked)));
      }),
    ));
});
