import { turnsOf } from '../../families/turns.js';
import { ageOn } from './own-persons.js';

it.each([
  ['2022-04-02', '2026-10-05', 4],
  ['2022-04-02', '2027-04-01', 4],
  ['2022-04-02', '2027-04-02', 5],
  ['2020-02-29', '2026-02-28', 5],
  ['2020-02-29', '2026-03-01', 6],
  ['2009-12-31', '2027-12-30', 17],
])('born on %s one is on %s of the age %i', (born, today, age) => {
  expect(ageOn(turnsOf(born, [15, 18]), today)).toBe(age);
});

it('no age is told of a child whose birth date is not known', () => expect(ageOn([], '2026-10-05')).toBeUndefined());
