import { headsByAge } from './age-bands.js';

const text = { da: 'Alder', en: 'Age' };
const bands = [
  { code: 'infant', from: 0, text },
  { code: 'child', from: 3, text },
  { code: 'adult', from: 18, text },
];
const heads = (...birthDates: (string | null)[]) => {
  const { bands: found, unknown } = headsByAge(bands, birthDates, '2026-10-01');
  return [...found.map(({ heads: count }) => count), unknown];
};

describe('heads by age', () => {
  it.each([
    ['the day before the third birthday', '2023-10-02', [1, 0, 0, 0]],
    ['on it', '2023-10-01', [0, 1, 0, 0]],
    ['the day before the eighteenth', '2008-10-02', [0, 1, 0, 0]],
    ['on it', '2008-10-01', [0, 0, 1, 0]],
    ['born that day', '2026-10-01', [1, 0, 0, 0]],
    ['born later', '2026-10-02', [0, 0, 0, 1]],
    ['with no known date', null, [0, 0, 0, 1]],
    ['born on a leap day', '2008-02-29', [0, 0, 1, 0]],
  ])('counts whole years: %s', (_, birthDate, expected) => expect(heads(birthDate)).toEqual(expected));

  it('counts everybody once', () =>
    expect(heads('1991-04-02', '1989-09-12', '2022-06-30', null)).toEqual([0, 1, 2, 1]));
});
