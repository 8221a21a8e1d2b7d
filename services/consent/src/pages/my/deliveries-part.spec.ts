import type { Delivery } from './ask-deliveries.js';
import { deliveriesPart } from './deliveries-part.js';

const nameOf = (unit: string) => (unit === 'familiestuen' ? 'Familiestuen <Nyborg>' : unit);
const invitation: Delivery = {
  id: '1',
  kind: 'invitation',
  unit: 'familiestuen',
  function: 'group-leader',
  firstOn: '2026-09-01',
  lastOn: '2026-09-08',
  times: 2,
  cancel: 'due',
};
const feed: Delivery = { ...invitation, kind: 'feed', unit: null, function: null, lastOn: '2026-09-01', times: 1 };
const text = (deliveries: readonly Delivery[] | undefined, language: 'da' | 'en' = 'da') =>
  String(deliveriesPart(deliveries, nameOf, language)).replaceAll(/\s+/g, ' ');

it('names who took what, on which days and how many times, and what is called off', () => {
  expect(text([invitation])).toContain(
    'hentet af gruppeleder i Familiestuen &lt;Nyborg&gt;: 1. september 2026 til 8. september 2026, 2 gange. Aflysningen er ikke hentet endnu.',
  );
  expect(text([{ ...invitation, cancel: 'given' }], 'en')).toContain(
    'taken by group leader at Familiestuen &lt;Nyborg&gt;: 1 September 2026 to 8 September 2026, 2 times. Its cancellation has been fetched.',
  );
  expect(text([{ ...invitation, cancel: 'none' }])).not.toContain('Aflysningen');
  expect(text([{ ...feed, cancel: 'none' }])).toContain(
    'abonnerer på: 1. september 2026, én gang. Den tømmer sig selv',
  );
});

it('tells nothing given out from a list that cannot be shown now', () => {
  expect([text([]), text(undefined)].map((each) => /ikke givet noget ud/.test(each))).toEqual([true, false]);
  expect(text(undefined)).toContain('Listen kan ikke vises lige nu');
  expect(text(undefined, 'en')).toContain('A consent can be taken back all the same');
});
