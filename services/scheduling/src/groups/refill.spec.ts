import fc from 'fast-check';
import { refillUntil } from './refill.js';

const at = (day: number) => new Date(Date.UTC(2026, 9, day));
const session = (day: number, off = false) => ({
  kind: 'session' as const,
  startsAt: at(day),
  cancelledAt: off ? at(1) : null,
});

describe('until when a family can begin', () => {
  it('is when the session of the number begins; evenings do not count', () => {
    const evening = { kind: 'theme-evening' as const, startsAt: at(2), cancelledAt: null };
    expect(refillUntil([session(1), evening, session(8), session(15)], 2)).toEqual(at(8));
  });

  it('is later where one is called off, and as before where another makes up for it', () => {
    expect(refillUntil([session(1, true), session(8), session(15)], 2)).toEqual(at(15));
    expect(refillUntil([session(1, true), session(8), session(15), session(3)], 2)).toEqual(at(8));
  });

  it('is the last’s where there are fewer, and nothing where all are off', () => {
    expect(refillUntil([session(1), session(8)], 3)).toEqual(at(8));
    expect(refillUntil([session(1, true)], 1)).toBeUndefined();
  });

  it('is the beginning of a session that is held, with fewer than the number before it', () => {
    const course = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.boolean()), {
      selector: ([day]) => day,
    });
    fc.assert(
      fc.property(course, fc.integer({ min: 1, max: 20 }), (days, number) => {
        const held = days.filter(([, off]) => !off).map(([day]) => at(day).getTime());
        const until = refillUntil(
          days.map(([day, off]) => session(day, off)),
          number,
        )?.getTime();
        if (held.length === 0) return until === undefined;
        return (
          held.includes(until!) && held.filter((start) => start < until!).length === Math.min(number, held.length) - 1
        );
      }),
    );
  });
});
