import type { FigureCode } from '@helhed/contracts';
import loader, { type LegacyHighs } from 'highs';
import type { Range } from '../src/releases/range.js';

// its types say CommonJS, where Node takes the module
const loadSolver = loader as unknown as () => Promise<LegacyHighs>;

export interface Published {
  readonly year: number;
  readonly figures: ReadonlyMap<FigureCode, Range | null>;
}

type Terms = readonly (readonly [factor: 1 | -1, name: string])[];

/** Each is at most nought, by what the figures mean. Read from their definitions, and not from the code that protects. */
function truths(years: readonly number[]): Terms[] {
  const name = (code: FigureCode, year: number): string => `${code.replaceAll('-', '_')}_${year}`;
  return years.flatMap((year) => {
    const so = years.filter((each) => each <= year);
    const [plus, minus] = ([1, -1] as const).map(
      (factor) =>
        (code: FigureCode): Terms =>
          so.map((each) => [factor, name(code, each)]),
    ) as [(code: FigureCode) => Terms, (code: FigureCode) => Terms];
    const now = (factor: 1 | -1, code: FigureCode): Terms => [[factor, name(code, year)]];
    return [
      [...plus('accepted'), ...plus('declined'), ...minus('referred')],
      [...plus('declined'), ...plus('withdrawn'), ...minus('referred')],
      [...plus('completed'), ...plus('dropped'), ...minus('accepted')],
      [...plus('started'), ...minus('places-assigned')],
      [...plus('accepted'), ...minus('places-assigned'), ...minus('withdrawn'), ...now(-1, 'waiting')],
      [...plus('places-assigned'), ...now(1, 'waiting'), ...minus('accepted')],
      [...now(1, 'families-enrolled'), ...now(-1, 'places-assigned')],
      [...now(1, 'families-enrolled'), ...now(-1, 'adults-enrolled'), ...now(-1, 'children-enrolled')],
    ];
  });
}

/** Somebody with every release, who knows what the figures mean and solves all of it together, in whole numbers. */
export class Attacker {
  private constructor(private readonly solver: LegacyHighs) {}

  static async start(): Promise<Attacker> {
    return new Attacker(await loadSolver());
  }

  /** Between what the number must lie; undefined where no numbers fit with what was published. */
  closest(published: readonly Published[], code: FigureCode, year: number): Range | undefined {
    const [from, to] = [this.#solve('Minimize', published, code, year), this.#solve('Maximize', published, code, year)];
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  #solve(goal: string, published: readonly Published[], code: FigureCode, year: number): number | undefined {
    const target = `${code.replaceAll('-', '_')}_${year}`;
    const rules = truths(published.map((each) => each.year));
    const written = (terms: Terms): string =>
      terms.map(([factor, name]) => `${factor > 0 ? '+' : '-'} ${name}`).join(' ');
    const cells = published.flatMap((each) =>
      [...each.figures].map(([figure, range]) => ({ name: `${figure.replaceAll('-', '_')}_${each.year}`, range })),
    );
    // nobody thinks of more than a thousand families
    const bounds = cells.map(({ name, range }) => `${range?.from ?? 0} <= ${name} <= ${range?.to ?? 1000}`);
    const { Status, ObjectiveValue } = this.solver.solve(
      [
        goal,
        ` goal: ${target}`,
        'Subject To',
        ...rules.map((terms, at) => ` r${at}: ${written(terms)} <= 0`),
        'Bounds',
        ...bounds.map((bound) => ` ${bound}`),
        'General',
        ` ${cells.map(({ name }) => name).join(' ')}`,
        'End',
      ].join('\n'),
    );
    return Status === 'Optimal' ? Math.round(ObjectiveValue) : undefined;
  }
}
