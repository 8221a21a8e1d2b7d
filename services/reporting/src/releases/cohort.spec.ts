import fc from 'fast-check';
import { Attacker, everyCourse, everyWay, ways, waysOf, type Published, type Way } from '../../test/attacker.js';
import { cohortFigures, type Cohort } from './cohort.js';
import { daysReleased } from './days.js';
import { mark, rangeOf } from './range.js';

/** How many families of a year went each way. */
type Families = Readonly<Record<Way, number>>;

const some = (most: number): fc.Arbitrary<Families> =>
  fc.record(Object.fromEntries(everyWay.map((way) => [way, fc.nat(most)])) as Record<Way, fc.Arbitrary<number>>);
/** Of programmes of all sizes, most of them small. */
const anyFamilies = fc.constantFrom(1, 3, 5, 12, 40).chain(some);

const counted = (all: Families, figure: string): number =>
  everyWay.reduce((sum, way) => sum + (ways[way].includes(figure) ? all[way] : 0), 0);

function cohortOf(all: Families): Cohort {
  const placed = counted(all, 'places-assigned');
  return {
    referred: counted(all, 'referred'),
    accepted: counted(all, 'accepted'),
    placed,
    started: counted(all, 'started'),
    completed: counted(all, 'completed'),
    spoken: counted(all, 'conversations-held'),
    moved: counted(all, 'goals-moved'),
    days: Array.from({ length: placed }, (_, at) => at),
  };
}

const counts = Object.entries(cohortFigures).filter(([, { unit }]) => unit === 'families');
const released = (all: Families): Published =>
  new Map(counts.map(([code, figure]) => [code, figure.released(cohortOf(all))]));

let attacker: Attacker;
beforeAll(async () => {
  attacker = await Attacker.start();
});

const isFull = process.env['HELHED_FULL'] !== undefined;

/** Every choice of so many of them at most. */
function choices<T>(of: readonly T[], most: number): T[][] {
  if (most === 0) return [];
  return of.flatMap((one, at) => [[one], ...choices(of.slice(at + 1), most - 1).map((rest) => [one, ...rest])]);
}

/** Of which families the attacker asks: of each way (in a full run of two), of two courses however they went, of each figure. */
const sets: readonly (readonly [name: string, of: readonly Way[]])[] = [
  ...choices(everyWay, isFull ? 2 : 1).map((of) => [of.join(' or '), of] as const),
  ...choices(everyCourse, isFull ? 4 : 2).map((of) => [`in all ${of.join(' or ')}`, of.flatMap(waysOf)] as const),
  ...counts.map(([code]) => [code, everyWay.filter((way) => ways[way].includes(code))] as const),
];

/** Each small number of families, on one way or on one of several, that is known more closely than five in a row. */
function found(families: Families, published: Published): string[] {
  return sets.flatMap(([name, of]) => {
    const exact = of.reduce((sum, way) => sum + families[way], 0);
    if (exact >= mark) return [];
    const { from, to } = attacker.closest(published, of);
    if (from > exact || to < exact) throw new Error(`${name} is not ${exact}`);
    return to - from < mark - 1 ? [`${name}: ${from}–${to}`] : [];
  });
}

const none: Families = Object.fromEntries(everyWay.map((way) => [way, 0])) as Families;

describe('what is released of a year’s families', () => {
  it('lets nobody who adds it up know a small number of families more closely than five in a row', () => {
    fc.assert(
      fc.property(anyFamilies, (all) => {
        expect(found(all, released(all))).toEqual([]);
      }),
      { numRuns: isFull ? 100 : 6 },
    );
  });

  it('hides that nobody, or everybody, went some way', () => {
    for (const all of [none, { ...none, 'started, completed': 20 }, { ...none, declined: 20 }])
      expect(found(all, released(all))).toEqual([]);
  });
});

describe('the same attacker gets', () => {
  it('whom exact numbers leave between them, though the small ones are left out', () => {
    const all = { ...none, 'started, completed': 17, declined: 1 };
    const exact = counts.map(([code]) => [code, counted(all, code)] as const);
    const published = new Map(exact.map(([code, n]) => [code, n < mark ? null : { from: n, to: n }]));
    expect(found(all, published)).toContain('in all declined or left unanswered: 1–1');
    expect(found(all, released(all))).toEqual([]);
  });

  it('a small number of accepted, were those declined and those who left given out too, as ranges', () => {
    const all = { ...none, 'left unanswered': 4, declined: 4, 'started, dropped': 3 };
    const more = new Map([...released(all), ['declined', rangeOf(4)], ['left', rangeOf(4)]]);
    expect(found(all, more).join('\n')).toMatch(/^accepted: 2–4$/m);
    expect(found(all, released(all))).toEqual([]);
  });

  it('a small number of those nobody spoke with, were they given out too', () => {
    const all = { ...none, 'started, dropped': 3, 'started, completed, spoken with': 4 };
    const more = new Map([...released(all), ['unspoken', rangeOf(3)]]);
    expect(found(all, more)).not.toEqual([]);
    expect(found(all, released(all))).toEqual([]);
  });

  it('a small number of completed, were the dropped given out too', () => {
    const all = { ...none, 'started, dropped': 4, 'started, completed': 2 };
    const more = new Map([...released(all), ['dropped', rangeOf(4)]]);
    expect(found(all, more)).not.toEqual([]);
  });
});

it('each range holds its number, and five of them in a row', () => {
  fc.assert(
    fc.property(anyFamilies, (all) => {
      for (const [code, range] of released(all)) {
        const exact = counted(all, code);
        expect([code, range!.from <= exact && exact <= range!.to]).toEqual([code, true]);
        expect(range!.to - range!.from).toBe(mark - 1);
      }
    }),
  );
});

const waits = (count: number, days: number): number[] => Array.from({ length: count }, () => days);
it.each([
  ['the week of the median', [...waits(5, 20), ...waits(5, 34)], 50, { from: 14, to: 20 }],
  ['no median of nine', waits(9, 34), 50, null],
  ['no ninth tenth of 49', waits(49, 91), 90, null],
  ['the week of the ninth tenth', [...waits(44, 10), ...waits(6, 91)], 90, { from: 91, to: 97 }],
  ['none of nobody', [], 50, null],
])('of waiting times: %s', (_, days, percent, range) => {
  expect(daysReleased(days, percent)).toEqual(range);
});
