import loader, { type LegacyHighs } from 'highs';
import type { Range } from '../src/releases/range.js';

// its types say CommonJS, where Node takes the module
const loadSolver = loader as unknown as () => Promise<LegacyHighs>;

/** Every course that a family of a year can have had, and the figures that count it then: by what the figures mean. */
const courses = {
  declined: ['referred', 'declined'],
  'left unanswered': ['referred', 'left'],
  'left without a place': ['referred', 'accepted', 'dropped'],
  'completed without a place': ['referred', 'accepted', 'completed'],
  'had a place, never came': ['referred', 'accepted', 'places-assigned', 'dropped'],
  'had a place, completed elsewhere': ['referred', 'accepted', 'places-assigned', 'completed'],
  'started, dropped': ['referred', 'accepted', 'places-assigned', 'started', 'dropped'],
  'started, completed': ['referred', 'accepted', 'places-assigned', 'started', 'completed'],
} as const;
export type Course = keyof typeof courses;
export const everyCourse = Object.keys(courses) as Course[];

/** What became of the conversations with a family that had a place, whatever its course. */
const spoken = {
  '': ['unspoken'],
  ', spoken with': ['conversations-held'],
  ', a goal moved': ['conversations-held', 'goals-moved'],
} as const;
export type Way = Course | `${Course}${keyof typeof spoken}`;

/** The ways of a course. */
export const waysOf = (course: Course): Way[] =>
  (courses[course] as readonly string[]).includes('places-assigned')
    ? (Object.keys(spoken) as (keyof typeof spoken)[]).map((then): Way => `${course}${then}`)
    : [course];
export const everyWay: readonly Way[] = everyCourse.flatMap(waysOf);

/** The figures that count a family of each way. */
export const ways = Object.fromEntries(
  everyCourse.flatMap((course) =>
    waysOf(course).map((way) => [
      way,
      [...courses[course], ...spoken[way.slice(course.length) as keyof typeof spoken]],
    ]),
  ),
) as unknown as Readonly<Record<Way, readonly string[]>>;

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
      const counted = sum(everyWay.filter((way) => ways[way].includes(figure)));
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
