import fc from 'fast-check';
import { turnsOf, turnsOn } from './turns.js';

const birthDates = fc
  .integer({ min: 0, max: 40 * 366 })
  .map((days) => new Date(Date.parse('1990-01-01T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10));

describe('the day on which somebody reaches an age', () => {
  it.each([
    ['2010-05-17', 15, '2025-05-17'],
    ['2008-02-29', 18, '2026-03-01'],
    ['2008-02-29', 20, '2028-02-29'],
  ])('born on %s, %d years: %s', (birthDate, age, on) => expect(turnsOf(birthDate, [age])).toEqual([{ age, on }]));

  it('is told for each age once, the youngest first', () =>
    expect(turnsOf('2010-05-17', [18, 15, 18])).toEqual([
      { age: 15, on: '2025-05-17' },
      { age: 18, on: '2028-05-17' },
    ]));

  it.each([
    ['which was asked for, is as it is', '2008-03-01', [16, 18], 16, '2024-03-01'],
    ['from a 1 March that may have been a leap day, is the leap day', '2008-03-01', [18], 16, '2024-02-29'],
    ['from a 1 March of a leap year, is 1 March', '2008-03-01', [16], 20, '2028-03-01'],
    ['from a 1 March, in a year without the day, is 1 March', '2008-03-01', [18], 17, '2025-03-01'],
    ['from another 1st is that 1st', '2008-05-01', [18], 16, '2024-05-01'],
    ['follows from the oldest that is known', '2008-02-29', [16, 18], 20, '2028-02-29'],
  ])('%s', (_, birthDate, ages, age, on) => expect(turnsOn(turnsOf(birthDate, ages), age)).toBe(on));

  it('that was not asked for follows from another, never late, and early by a day at most', () =>
    fc.assert(
      fc.property(
        birthDates,
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        (birthDate, age, other) => {
          const [right] = turnsOf(birthDate, [age]);
          const found = turnsOn(turnsOf(birthDate, [other]), age)!;
          const late = (Date.parse(found) - Date.parse(right!.on)) / 86_400_000;
          expect([0, -1]).toContain(late);
          if (birthDate.slice(5) !== '03-01') expect(late === 0).toBe(true);
        },
      ),
    ));

  it('is not known of somebody whose birth date is not', () => expect(turnsOn([], 15)).toBeUndefined());
});
