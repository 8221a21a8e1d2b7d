import { spokenLanguage } from './paper-language.js';

it.each([
  [undefined, 'da'],
  ['', 'da'],
  ['*', 'da'],
  ['de', 'da'],
  ['da, en;q=0.8', 'da'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,da;q=0.8', 'en'],
])('a paper for %j is in %s', (accepted, language) => {
  expect(spokenLanguage(accepted)).toBe(language);
});
