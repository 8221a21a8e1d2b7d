import { birthdayOf } from './of-age-on.js';

it.each([
  ['2022-04-02', '2040-04-02'],
  ['2008-12-31', '2026-12-31'],
  ['2020-02-29', '2038-03-01'],
  ['2018-02-28', '2036-02-28'],
])('born on %s one is of age on %s', (born, on) => expect(birthdayOf(born, 18)).toBe(on));
