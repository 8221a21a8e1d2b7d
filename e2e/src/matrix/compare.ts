import type { Expected, Item, View, Withheld } from './oracle/request.js';
import { inWords as wordsOf, paperInWords } from './oracle/looks.js';
import { figure } from './oracle/figures.js';
import { readerInWords } from './oracle/readers.js';
import { paperDiffers, papers } from './paper.js';
import { calendar, invitation } from './compare-calendar.js';
import { toldDiffers } from './compare-told.js';
import { answered, seenIn } from './seen.js';
import type { Cell } from './cells.js';
import type { Got } from './world/http.js';
import { isKnown } from './world/make-looks.js';

type Json = Record<string, unknown>;

const slugOf = (body: Json): string | undefined => {
  const { type } = body;
  return typeof type === 'string' ? /\/problems\/([a-z-]+)$/.exec(type)?.[1] : undefined;
};

/** What is not as the oracle says, in words; undefined: nothing. */
export function differs(
  { row, probe, expected }: Cell,
  got: Got,
  items: readonly Json[] | undefined,
): string | undefined {
  if (got.status !== expected.status) return `${got.status} ${slugOf(got.body) ?? ''} for ${said(expected)}`;
  // a page says it in words: `pageDiffers`
  if (row.page) return undefined;
  const slug = slugOf(got.body);
  const { problem } = expected;
  if (problem?.startsWith('!')) return slug === problem.slice(1) ? `${slug} for ${said(expected)}` : undefined;
  if (problem !== undefined) {
    if (slug !== problem) return `${slug} for ${said(expected)}`;
    return expected.namesFields === undefined ? undefined : fields(got.body, expected.namesFields);
  }
  if (row.log === 'C') return ownAnswer(row.id, got, expected);
  if (got.status !== 200) return undefined;
  if (row.id.startsWith('A-AZN')) return answers(got.body, expected);
  if (row.id === 'A-SCH-11') return seats(got.body, expected.items ?? []);
  if (row.id === 'A-SCH-16') return calendar(got.text, expected);
  if (row.id === 'A-SCH-19') return invitation(got.text, expected);
  if (papers.has(row.id)) return paperDiffers(row.id, probe.path, got.text, expected);
  if (expected.count !== undefined) return figures(got.body, expected.count);
  if (row.id === 'A-OPS-04') return readers(got.body, probe.path, expected);
  if (row.id === 'A-OPS-03') return holdings(got.body, probe.path, expected);
  if (lookLists.has(row.id) && expected.items !== undefined)
    return looks(row.id, got.body, expected.items, items ?? []);
  if (expected.items !== undefined)
    return (
      inList(row.id, got.body, expected.items, items ?? []) ??
      ofList(got.body, expected) ??
      toldDiffers(got.body, expected)
    );
  if (row.log !== 'L' || expected.shown === undefined || !shapes.has(row.id)) return undefined;
  return sameView(seenIn(row.id, got.body), { shown: expected.shown, withheld: expected.withheld ?? [] });
}

/** A refusal that is one and the same for several reasons says of no field which it is. */
function fields({ errors }: Json, wanted: boolean): string | undefined {
  const named = Array.isArray(errors) && errors.length > 0;
  return named === wanted ? undefined : `names ${named ? 'fields' : 'no field'}`;
}

/** A command's: the sections that it shows, or a frame. What is of nobody's data, such as a room, is its own to show. */
function ownAnswer(row: string, { status, body }: Got, { shown, withheld = [] }: Expected): string | undefined {
  if (status >= 300 || shown === undefined) return undefined;
  return sameView(answered(row, body), { shown, withheld });
}

/** Rows whose answers have sections that can be told apart. */
const shapes = new Set(['A-REF-06', 'A-REF-07', 'A-FAM-01', 'A-FAM-30', 'A-CON-02']);

const said = ({ status, problem, rule }: Expected) => `${status}${problem ? ` ${problem}` : ''} (${rule})`;

const inWords = ({ category, reason, person }: Withheld) => [category, reason, person].filter(Boolean).join(' ');

const named = ({ withheld }: Pick<View, 'withheld'>): string[] => [...new Set(withheld.map(inWords))].toSorted();

function sameView(found: View, expected: View): string | undefined {
  const [a, b] = [[...new Set(found.shown)].toSorted(), [...expected.shown].toSorted()];
  if (a.join() !== b.join()) return `shows ${a.join() || 'nothing'} for ${b.join() || 'nothing'}`;
  return sameWithheld(found, expected);
}

function sameWithheld(found: Pick<View, 'withheld'>, expected: Pick<View, 'withheld'>): string | undefined {
  const [c, d] = [named(found), named(expected)];
  return c.join() === d.join() ? undefined : `withholds ${c.join() || 'nothing'} for ${d.join() || 'nothing'}`;
}

function answers(body: Json, { decisions, found }: Expected): string | undefined {
  const list = (all: unknown, name: string) =>
    (Array.isArray(all) ? all : [body]).map((each: Json) => String(each[name]));
  const said = decisions ? list(body['evaluations'], 'decision') : list(body['results'], 'id').toSorted();
  const wanted = decisions ?? found?.toSorted();
  if (wanted === undefined || said.join() === wanted.join()) return undefined;
  return `says ${said.join() || 'nothing'} for ${wanted.join() || 'nothing'}`;
}

export const lookLists = new Set(['A-CON-11', 'A-CON-12', 'A-CON-16']);

/** Of the hours that the world knows all looks of; of what chance draws besides, none. Whoever reads looks makes one. */
function looks(row: string, body: Json, expected: readonly Item[], items: readonly Json[]): string | undefined {
  if (body['total'] !== items.length) return `total ${String(body['total'])} for ${items.length}`;
  const found = items.filter(({ at, refused }) => isKnown(String(at)) && (row !== 'A-CON-12' || refused === true));
  const said = found.map((each) =>
    wordsOf(row, {
      unit: String(each['unit']),
      function: String(each['function']),
      sub: String(each['sub']),
      act: String(each['act']),
      categories: ((each['categories'] as string[] | undefined) ?? []).toSorted(),
    }),
  );
  const [a, b] = [said.toSorted(), expected.map(({ id }) => id).toSorted()];
  return a.join('; ') === b.join('; ') ? undefined : `looks ${a.join('; ')} for ${b.join('; ')}`;
}

/** What an item of these lists is known by. */
const idFields: Record<string, string> = {
  'A-REF-01': 'code',
  'A-REF-09': 'referralId',
  'A-REF-10': 'referralId',
  'A-REP-03': 'familyId',
};

function idOf(row: string, item: Json): string {
  if (row === 'A-CON-09') return String((item['basis'] as Json)['id']);
  if (row === 'A-FAM-19') return ['personId', 'endsOn', 'because'].map((name) => String(item[name])).join(' ');
  if (row === 'A-FAM-35') return ['familyId', 'programme', 'personId'].map((name) => String(item[name])).join(' ');
  if (row === 'A-CON-22' || row === 'A-CON-23')
    return paperInWords(
      ...(['kind', 'unit', 'function'].map((name) => String(item[name])) as [string, string, string]),
    );
  return String(item[idFields[row] ?? 'id']);
}

function inList(row: string, body: Json, expected: readonly Item[], items: readonly Json[]): string | undefined {
  // of a thing there are as many changes as steps: which things have some is compared
  const total = row === 'A-REF-14' ? items.length : expected.length;
  if (body['total'] !== total) return `total ${String(body['total'])} for ${total}`;
  const all = items.map((item) => idOf(row, item)).toSorted();
  const ids = row === 'A-REF-14' ? [...new Set(all)] : all;
  const wanted = expected.map(({ id }) => id).toSorted();
  if (ids.join() !== wanted.join()) return `${ids.length} items on the pages, not those that are reached`;
  if (!withSections.has(row)) return undefined;
  for (const item of items) {
    const view = expected.find(({ id }) => id === idOf(row, item));
    const wrong = view && sameView(seenIn(row, item), view);
    if (wrong) return `an item ${wrong}`;
  }
  return undefined;
}

/** What the list itself says is withheld: of what is then no item. */
const ofList = (body: Json, { withheld }: Expected): string | undefined =>
  withheld && sameWithheld(seenIn('', body), { withheld });

const withSections = new Set([
  'A-REF-05',
  'A-REF-09',
  'A-REF-10',
  'A-REF-14',
  'A-FAM-02',
  'A-FAM-03',
  'A-FAM-04',
  'A-FAM-16',
  'A-FAM-17',
  'A-FAM-22',
  'A-FAM-25',
  'A-FAM-29',
  'A-CON-03',
  'A-CON-20',
  'A-CON-21',
  'A-SCH-21',
  'A-SCH-22',
  'A-SCH-25',
  'A-SCH-26',
  'A-SCH-27',
  'A-REP-03',
]);

/** A group's places: how many seats are shown, and why the others are not. */
function seats(body: Json, expected: readonly Item[]): string | undefined {
  const places = (body['places'] as { seat: (Json & { withheld?: Withheld[] }) | null; withheld?: Withheld[] }[]) ?? [];
  const taken = places.filter(({ seat, withheld }) => seat !== null || (withheld?.length ?? 0) > 0);
  const found = taken.map(({ seat, withheld }) =>
    seat && 'familyId' in seat
      ? String(seat['id'])
      : [...(seat?.withheld ?? []), ...(withheld ?? [])].map(inWords).join(),
  );
  const wanted = expected.map(({ id, shown, withheld }) => (shown.length > 0 ? id : withheld.map(inWords).join()));
  const [a, b] = [found.toSorted().join('; '), wanted.toSorted().join('; ')];
  return a === b ? undefined : `seats ${a} for ${b}`;
}

/** Of the figure that the world has the rows of. */
function figures(body: Json, count: number): string | undefined {
  const found = (body['figures'] as Json[] | undefined)?.find(({ code }) => code === figure)?.['value'];
  return found === count ? undefined : `counts ${String(found)} for ${count}`;
}

/** Who sees what a service holds on somebody, on which bases. */
function readers(body: Json, path: string, { readers: wanted = {} }: Expected): string | undefined {
  const found = new Map<string, string[]>();
  for (const { unit, function: name, relation, category, bases } of (body['readers'] as Json[] | undefined) ?? []) {
    if (openHoldings.has(String(category))) continue;
    const words = readerInWords(
      String(unit),
      typeof name === 'string' ? name : null,
      String(relation),
      String(category),
    );
    found.set(words, [...(found.get(words) ?? []), ...((bases as string[] | undefined) ?? [])]);
  }
  const expected = wanted[path.split('/')[1] ?? ''] ?? {};
  const inLines = (all: Iterable<readonly [string, readonly string[]]>) =>
    [...all].map(([words, bases]) => `${words} on ${[...new Set(bases)].toSorted().join() || 'none'}`);
  const [a, b] = [inLines(found), inLines(Object.entries(expected))];
  const [more, fewer] = [a.filter((line) => !b.includes(line)), b.filter((line) => !a.includes(line))];
  if (more.length + fewer.length === 0) return undefined;
  return `tells of ${more.join('; ') || 'no more'}, and not of ${fewer.join('; ') || 'anything less'}`;
}

/** Said by no world: who has looked in all. Of two hours the lists of looks are compared. */
const openHoldings = new Set(['look-up-log']);

/** What a service holds on somebody, by category: how many things, and whose they are. */
function holdings(body: Json, path: string, { held = {} }: Expected): string | undefined {
  const expected = held[path.split('/')[1] ?? ''];
  if (!expected) return undefined;
  const found = ((body['holdings'] as Json[] | undefined) ?? []).filter(
    ({ category }) => !openHoldings.has(String(category)),
  );
  const words = (category: string, count: unknown, units: readonly string[]) =>
    `${category} ${String(count)} of ${units.toSorted().join()}`;
  const said = found.map(({ category, count, units }) => words(String(category), count, units as string[]));
  const wanted = Object.entries(expected).map(([category, { count, units }]) => words(category, count, units));
  const [a, b] = [said.toSorted().join('; '), wanted.toSorted().join('; ')];
  return a === b ? undefined : `holds ${a || 'nothing'} for ${b || 'nothing'}`;
}
