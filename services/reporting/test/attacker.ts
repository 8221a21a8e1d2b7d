import loader, { type LegacyHighs } from 'highs';
import type { Range } from '../src/releases/range.js';

// its types say CommonJS, where Node takes the module
const loadSolver = loader as unknown as () => Promise<LegacyHighs>;

/** Every way that a family of a year can have gone, and the figures that count it on that way: by what the figures mean. */
export const ways = {
  declined: ['referred', 'declined'],
  'left unanswered': ['referred', 'left'],
  'left without a place': ['referred', 'accepted', 'dropped'],
  'completed without a place': ['referred', 'accepted', 'completed'],
  'had a place, never came': ['referred', 'accepted', 'places-assigned', 'dropped'],
  'had a place, completed elsewhere': ['referred', 'accepted', 'places-assigned', 'completed'],
  'started, dropped': ['referred', 'accepted', 'places-assigned', 'started', 'dropped'],
  'started, completed': ['referred', 'accepted', 'places-assigned', 'started', 'completed'],
} as const;
export type Way = keyof typeof ways;
export const everyWay = Object.keys(ways) as Way[];

/** What was given out of a year's families, by figure. */
export type Published = ReadonlyMap<string, Range | null>;

/** Somebody with what was given out, who knows what the figures mean and that each family has gone some way to its end. */
export class Attacker {
  private constructor(private readonly solver: LegacyHighs) {}

  static async start(): Promise<Attacker> {
    return new Attacker(await loadSolver());
  }

  /** Between what the number of families that went one of these ways must lie: solved in whole numbers. */
  closest(published: Published, of: readonly Way[]): Range {
    return { from: this.#solve('Minimize', published, of), to: this.#solve('Maximize', published, of) };
  }

  #solve(goal: 'Minimize' | 'Maximize', published: Published, of: readonly Way[]): number {
    const sum = (some: readonly Way[]): string => some.map((way) => `+ w${everyWay.indexOf(way)}`).join(' ');
    const told = [...published].flatMap(([figure, range]) => {
      const counted = sum(everyWay.filter((way) => (ways[way] as readonly string[]).includes(figure)));
      return range && counted ? [`${counted} >= ${range.from}`, `${counted} <= ${range.to}`] : [];
    });
    const { Status, ObjectiveValue } = this.solver.solve(
      [
        goal,
        ` goal: ${sum(of)}`,
        'Subject To',
        ...told.map((line, at) => ` c${at}: ${line}`),
        'Bounds',
        // nobody thinks of more than a thousand families
        ...everyWay.map((_, at) => ` 0 <= w${at} <= 1000`),
        'General',
        ` ${everyWay.map((_, at) => `w${at}`).join(' ')}`,
        'End',
      ].join('\n'),
    );
    if (Status !== 'Optimal') throw new Error(`no families fit with what was given out: ${Status}`);
    return Math.round(ObjectiveValue);
  }
}
