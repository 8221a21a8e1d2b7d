import { askedElsewhere } from './asked-elsewhere.js';
import { cellsOf, requestOf, type Cell } from './cells.js';
import { lifts } from './lifts-by-rule.js';
import { decide } from './oracle/decide.js';
import { pageRows } from './oracle/page.js';
import { pageRules } from './oracle/rules.js';
import type { View } from './oracle/request.js';
import type { Named, Pair } from './pair.js';
import { pairsOfAskers } from './pairs-of-askers.js';
import { pairsOfBases } from './pairs-of-bases.js';
import type { Place } from './world/make-world.js';

const pairs = { ...pairsOfAskers, ...pairsOfBases };

/** Rules of the page of which nobody says where they are asked, and what is said of a rule that is none, or twice. */
export function faultsInRules(rules = pageRules()): string[] {
  const said = [pairsOfAskers, pairsOfBases, askedElsewhere].flatMap((each) => Object.keys(each));
  const twice = said.filter((rule, index) => said.indexOf(rule) !== index);
  const unlifted = Object.keys(pairs).filter((rule) => !lifts[rule]);
  return [
    ...unlifted.map((rule) => `${rule} has pairs and nothing lifts it`),
    ...rules.filter((rule) => !said.includes(rule)).map((rule) => `${rule} has neither a pair nor a reason`),
    ...said.filter((rule) => !rules.includes(rule)).map((rule) => `${rule} is no rule of the page`),
    ...twice.map((rule) => `${rule} has two entries`),
  ];
}

/** What the pairs say that the cells do not bear out: of each rule one that it allows and one that it denies. */
export function faultsInPairs(place: Place): string[] {
  const named = Object.values(pairs).flatMap((each) => each.flatMap(({ allow, deny }) => [allow[0], deny[0]]));
  const cells = pageRows().flatMap((row) => (named.includes(row.id) && !row.planned ? cellsOf(row, place) : []));
  const find = ([row, of, actor]: Named) =>
    cells.find((cell) => cell.row.id === row && cell.probe.of === of && cell.actor.name === actor);
  return Object.entries(pairs).flatMap(([rule, each]) =>
    each.flatMap((pair) => {
      const [good, bad] = [find(pair.allow), find(pair.deny)];
      return [
        ...(good && allows(place, pair, good) ? [] : [`${rule}: ${pair.allow.join(', ')} is not allowed`]),
        ...(bad && denies(place, rule, pair, bad)
          ? []
          : [`${rule}: ${pair.deny.join(', ')} is not denied by it${bad ? `, but by ${bad.expected.rule}` : ''}`]),
        ...(good && bad && isItAlone(place, rule, pair, good, bad)
          ? []
          : [`${rule}: ${pair.deny.join(', ')} is denied without it too`]),
      ];
    }),
  );
}

/** The denied cell differs from what is allowed in the rule only: with that lifted the oracle lets it through. */
function isItAlone(place: Place, rule: string, pair: Pair, good: Cell, bad: Cell): boolean {
  const asked = { world: place.world, request: requestOf(place.world, bad) };
  const lift = pair.lift ?? lifts[rule];
  const { world, request } = { ...asked, ...lift?.(asked, requestOf(place.world, good)) };
  const cell: Cell = { ...bad, expected: decide(world, request) };
  const view = viewOf(place, cell, pair.deny[3]);
  if (pair.partly) return isLetThrough(cell) && (view?.shown?.length ?? 0) > (bad.expected.shown?.length ?? 0);
  if (pair.next) return withholds(place, { ...pair, withheld: pair.next }, cell, pair.deny[3]);
  // what an item is known by alone, and of what is refused nothing was shown
  return allows(place, { ...pair, allow: pair.deny }, cell);
}

const isLetThrough = ({ expected, probe }: Cell): boolean =>
  expected.status === probe.otherwise.status &&
  (expected.problem === undefined || expected.problem === probe.otherwise.problem);

/** A list's item of a family, whatever its id is that of; or the answer itself. */
function viewOf({ family }: Place, { expected }: Cell, scenario?: string): Partial<View> | undefined {
  if (scenario === undefined) return expected;
  const made = family(scenario);
  const ids = [
    made.family.id,
    made.referral.id,
    ...[...made.enrolments, ...made.rows, ...made.bases].map(({ id }) => id),
    // a task's is whose it is, and when and why
    ...Object.values(made.persons),
  ];
  return expected.items?.find(({ id }) => ids.includes(id.split(' ')[0] ?? ''));
}

function withholds(place: Place, { withheld: reason, category }: Pair, cell: Cell, item?: string): boolean {
  return (viewOf(place, cell, item)?.withheld ?? []).some(
    (each) => each.reason === reason && (category === undefined || each.category === category),
  );
}

function allows(place: Place, pair: Pair, cell: Cell): boolean {
  const view = viewOf(place, cell, pair.allow[3]);
  if (!isLetThrough(cell) || !view) return false;
  if (pair.says) return cell.expected.decisions?.every(Boolean) ?? false;
  if (pair.cancels) return view.shown?.includes('feed.entries') ?? false;
  if (pair.empty) return (view.shown?.length ?? 0) > 0;
  return pair.withheld === undefined || ((view.shown?.length ?? 0) > 0 && !withholds(place, pair, cell, pair.allow[3]));
}

function denies(place: Place, rule: string, pair: Pair, cell: Cell): boolean {
  const { expected } = cell;
  if (pair.withheld !== undefined) return withholds(place, pair, cell, pair.deny[3]);
  if (pair.cancels) return expected.shown?.includes('cancel') ?? false;
  if (pair.empty) return isLetThrough(cell) && expected.shown?.length === 0;
  if (pair.says) return expected.decisions?.some((yes) => !yes) ?? false;
  if (pair.deny[3] !== undefined) return isLetThrough(cell) && viewOf(place, cell, pair.deny[3]) === undefined;
  return !isLetThrough(cell) && expected.rule === (pair.by ?? rule);
}
