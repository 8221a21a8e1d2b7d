import { intakeRoute, reads } from '../look-log/reads.js';
import { readRoutes } from '../look-log/routes.js';
import { lineOf, readPage } from './reads-page.js';

const text = ({ route, who, rests }: ReturnType<typeof lineOf>) => `${route} by ${who}: ${rests}`;
const others = reads.filter(({ route }) => !route.startsWith('GET /consent/'));

it('docs/reads-under-consent.md says of each look that the tests make what it rests on, and of no other', () => {
  const page = readPage().filter(({ route }) => route !== intakeRoute);
  expect([...new Set(page.map(text))].toSorted()).toEqual([...new Set(others.map(lineOf).map(text))].toSorted());
});

it('docs/reads-under-consent.md has every look route of the four services that ask consent', () => {
  const looks = readRoutes()
    .filter(
      ({ method, aboutSomebody, template }) => method === 'GET' && aboutSomebody && !template.startsWith('/consent/'),
    )
    .map(({ template }) => `GET ${template}`);
  const page = new Set(readPage().map(({ route }) => route));
  expect(looks.filter((route) => !page.has(route))).toEqual([]);
});

it('a line of the page is read with each of those whom it names', () => {
  expect(readPage('| GET /a/v1/b | sender; partner | 503 | consent |')).toEqual([
    { route: 'GET /a/v1/b', who: 'sender', rests: 'revocable' },
    { route: 'GET /a/v1/b', who: 'partner', rests: 'revocable' },
  ]);
});
