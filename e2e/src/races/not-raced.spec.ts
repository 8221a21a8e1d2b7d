import { readFileSync } from 'node:fs';
import { readPage } from '../consent-down/reads-page.js';
import { readRoutes } from '../look-log/routes.js';
import { consents } from './kind.js';
import { kinds, sentKinds } from './kinds.js';
import { asksNothing, decisionsNotRaced, readsNotRaced } from './not-raced.js';

const [page, routes] = [readPage(), readRoutes()];

/** Revocable, and no race of a withdrawal: each with why. */
const others: readonly { readonly read: RegExp; readonly why: string }[] = [
  {
    read: /^GET \/[a-z-]+\/v1\/persons\/\{id\}\/(holdings|deliveries|attendance) by citizen$|^GET \/reporting\/v1\/persons\/\{id\}\/readers by citizen$/,
    why: 'rests on custody, which no consent gives and no withdrawal takes; it ends in family-plan, whose answer does not wait (e2e/src/ends)',
  },
  {
    read: /^GET \/family-plan\/v1\/persons\/\{id\}\/child-views by citizen$/,
    why: 'rests on custody, as holdings do; and what closes a view is in the rows that the read itself asks',
  },
  {
    read: /^GET \/family-plan\/v1\/persons\/\{id\}\/(observations|videos) by citizen$/,
    why: 'rests on custody, as holdings do',
  },
  {
    read: /^GET \/scheduling\/v1\/families\/\{id\}\/deliveries by programme lead$/,
    why: 'the list that a group leader’s is raced as: the same rows and the same question',
  },
  {
    read: /^GET \/family-plan\/v1\/families\/\{id\}\/printed-plan\.pdf by team, from another area$/,
    why: 'the class, the act and the decision of the page that is raced, in other bytes',
  },
  {
    read: /^GET \/referral\/v1\/referrals\/\{id\}\/letter\.pdf by sender$/,
    why: 'the same of the answer on paper',
  },
];

it('every read that docs/reads-under-consent.md says rests on something revocable is raced, or it is said why not', () => {
  const left = readsNotRaced(page, routes, kinds);
  expect(left.filter((read) => !others.some((each) => each.read.test(read)))).toEqual([]);
  expect(others.filter((each) => !left.some((read) => each.read.test(read)))).toEqual([]);
});

it('every route by which consent says what others may read is raced', () => {
  expect(decisionsNotRaced(routes, kinds)).toEqual([]);
});

it('a read or a decision without a kind is found', () => {
  const without = (path: RegExp) => kinds.filter(({ name }) => !path.test(name));
  expect(readsNotRaced(page, routes, without(/custody/))).toContain(
    'GET /family-plan/v1/families/{id}/custody by team, from another area',
  );
  expect(readsNotRaced(page, routes, without(/feed/))).toContain('GET /scheduling/v1/feeds/{secret}.ics by link');
  expect(decisionsNotRaced(routes, without(/things/))).toEqual(['POST /access/v1/search/resource']);
});

it('every kind asks a route that is there, under a name of its own, and every consent is rested on', () => {
  expect(asksNothing(routes, kinds)).toEqual([]);
  const names = [...kinds, ...sentKinds].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(consents.filter((consent) => !kinds.some(({ rests }) => rests === consent))).toEqual([]);
});

it('docs/adr/0013 says how many kinds and consents there are', () => {
  const adr = readFileSync(new URL('../../../docs/adr/0013-final-withdrawal.md', import.meta.url), 'utf8');
  expect(adr).toContain(
    `a family's ${consents.length} consents are withdrawn, which is ${kinds.length + sentKinds.length} races`,
  );
});
