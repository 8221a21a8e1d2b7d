import type { PaperView } from '../../papers/papers.dto.js';
import { givenOutPart } from './given-out-part.js';
import { papersPart } from './papers-part.js';

const nameOf = (unit: string) => (unit === 'familiestuen' ? 'Familiestuen <Nyborg>' : unit);
const since = '2021-11-24';
const plan: PaperView = {
  id: '1',
  kind: 'printed-plan',
  givenOn: '2026-09-28',
  unit: 'familiestuen',
  function: 'group-leader',
};
const letter: PaperView = { ...plan, id: '2', kind: 'letter', unit: 'db-solsikken', function: 'pedagogue' };
const text = (items: PaperView[], language: 'da' | 'en' = 'da') =>
  String(papersPart({ items, since }, nameOf, language)).replaceAll(/\s+/g, ' ');

it('names what each paper is, by whom in which function and unit it was made, and on which day', () => {
  expect(text([plan, letter])).toContain(
    '<li>Jeres plan, lavet af gruppeleder i Familiestuen &lt;Nyborg&gt;: 28. september 2026.</li>',
  );
  expect(text([plan, letter])).toContain(
    '<li>Brev med svaret på indstillingen, lavet af pædagog i db-solsikken: 28. september 2026.</li>',
  );
  expect(text([letter], 'en')).toContain(
    'Letter with the answer to the referral, made by pedagogue at db-solsikken: 28 September 2026.',
  );
});

it('says of what was made more than once on a day how often', () => {
  const items = [plan, letter, { ...plan, id: '3' }, { ...plan, id: '4', givenOn: '2026-09-27' }];
  expect(text(items).match(/<li>.*?<\/li>/g)).toEqual([
    '<li>Jeres plan, lavet af gruppeleder i Familiestuen &lt;Nyborg&gt;: 28. september 2026 (2 gange).</li>',
    '<li>Brev med svaret på indstillingen, lavet af pædagog i db-solsikken: 28. september 2026.</li>',
    '<li>Jeres plan, lavet af gruppeleder i Familiestuen &lt;Nyborg&gt;: 27. september 2026.</li>',
  ]);
  expect(text(items, 'en')).toContain('28 September 2026 (2 times).');
});

it('says how far back the list reaches, also where it is empty', () => {
  for (const items of [[plan], []])
    expect(text(items)).toContain('Listen går tilbage til 24. november 2021. Hvad der er ældre, er slettet');
  expect(text([])).toContain('Der er ikke lavet noget på papir om jer.');
  expect(text([], 'en')).toContain('Nothing was made on paper about you.');
  expect(text([plan])).not.toContain('ikke lavet noget');
});

it('stands beside what was given out of the calendar, and is told where that cannot be', () => {
  const page = String(givenOutPart({ deliveries: undefined, papers: { items: [plan], since } }, nameOf, 'da'));
  expect(page).toMatch(
    /<h2>Det er allerede givet ud<[^]*<h3>Kalenderen<[^]*kan ikke vises lige nu[^]*<h3>På papir<[^]*Jeres plan/,
  );
  expect(String(givenOutPart({ deliveries: undefined, papers: undefined }, nameOf, 'da'))).not.toContain('På papir');
});
