import { daysBetween, localDate } from '@helhed/kernel';
import { OracleOfCourse, parts, partsOfFamilies } from './oracle-of-course.js';
import { OracleOfTold } from './oracle-of-told.js';

/** What the year's figures must be, counted from the commands that were sent, without a look at the platform's own counts. */
export class Oracle {
  readonly course = new OracleOfCourse();
  readonly told = new OracleOfTold();
  readonly #received = new Map<number, string>();
  readonly #assigned = new Map<number, string>();
  #accepted = 0;
  #declined = 0;
  #withdrawn = 0;
  #waiting: number[] = [];
  #free = 0;
  readonly #started = new Set<number>();
  #completed = 0;
  #dropped = 0;
  #sessions = 0;
  #evenings = 0;

  referred(family: number, at: Date): void {
    this.#received.set(family, localDate(at));
  }

  accepted(family: number, at: Date): 'accepted' | 'waiting' {
    this.#accepted++;
    this.#waiting.push(family);
    this.#assign(at);
    return this.#assigned.has(family) ? 'accepted' : 'waiting';
  }

  declined(): void {
    this.#declined++;
  }

  withdrawn(): void {
    this.#withdrawn++;
  }

  /** @returns the families that got one of the places */
  opened(places: number, at: Date): number[] {
    this.#free += places;
    return this.#assign(at);
  }

  /** @param families that it was for */
  held(kind: string, families: readonly number[]): void {
    if (kind === 'session') {
      this.#sessions++;
      for (const family of families) this.#started.add(family);
    } else this.#evenings++;
  }

  completed(): void {
    this.#completed++;
  }

  /** Withdrawn amid its course. @returns the families that got the place */
  dropped(at: Date): number[] {
    this.#withdrawn++;
    this.#dropped++;
    return this.opened(1, at);
  }

  /** Whose turn it is at the next place. */
  get first(): number | undefined {
    return this.#waiting[0];
  }

  /** In order of the date received; families received on one date in the order they came. */
  #assign(at: Date): number[] {
    const order = [...this.#received.keys()];
    const place = (family: number) => `${this.#received.get(family)} ${String(order.indexOf(family)).padStart(6, '0')}`;
    this.#waiting.sort((a, b) => place(a).localeCompare(place(b)));
    const lucky = this.#waiting.splice(0, this.#free);
    this.#free -= lucky.length;
    for (const family of lucky) this.#assigned.set(family, localDate(at));
    return lucky;
  }

  /** Families that have a place, or had it to the end. */
  get placed(): number {
    return this.#assigned.size - this.#dropped;
  }

  /** What a reader of reports is told of the families, all of them referred in one year, once the next is over. */
  released(): Record<string, Range | null> {
    const days = this.#days;
    const { spoken, moved } = this.course.families;
    return {
      referred: rangeOf(this.#received.size),
      accepted: rangeOf(this.#accepted),
      'places-assigned': rangeOf(this.#assigned.size),
      started: rangeOf(this.#started.size),
      completed: rangeOf(this.#completed),
      'conversations-held': rangeOf(spoken),
      'goals-moved': rangeOf(moved),
      'waiting-days-median': days.length < 10 ? null : rangeOf(percentile(days, 50) ?? 0, 7),
      'waiting-days-p90': days.length < 50 ? null : rangeOf(percentile(days, 90) ?? 0, 7),
    };
  }

  /** From receipt to place, of each family that was given one; the shortest first. */
  get #days(): number[] {
    return [...this.#assigned]
      .map(([family, on]) => daysBetween(this.#received.get(family) as string, on))
      .sort((a, b) => a - b);
  }

  figures(): Record<string, number | null> {
    const days = this.#days;
    return {
      referred: this.#received.size,
      accepted: this.#accepted,
      declined: this.#declined,
      ...parts('declined', { 'outside-target-group': this.#declined }),
      withdrawn: this.#withdrawn,
      ...parts('withdrawn', { 'family-withdrew': this.#withdrawn }),
      waiting: this.#waiting.length,
      'waiting-days-median': percentile(days, 50),
      'waiting-days-p90': percentile(days, 90),
      'families-enrolled': this.#assigned.size,
      // two parents and two children in each
      'adults-enrolled': this.#assigned.size * 2,
      'children-enrolled': this.#assigned.size * 2,
      'persons-by-age': this.#assigned.size * 4,
      // the children are three and five, or a year older when they are enrolled
      ...partsOfFamilies(this.#assigned.size, 'persons-by-age', {
        child: this.#assigned.size * 2,
        adult: this.#assigned.size * 2,
      }),
      started: this.#started.size,
      completed: this.#completed,
      dropped: this.#dropped,
      ...parts('dropped', { 'family-withdrew': this.#dropped }),
      'sessions-held': this.#sessions,
      'theme-evenings-held': this.#evenings,
      ...this.course.figures(),
    };
  }
}

type Range = readonly [from: number, to: number];

/** Five numbers in a row, or a week's days. */
function rangeOf(value: number, width = 5): Range {
  const from = value - (value % width);
  return [from, from + width - 1];
}

/** Nearest rank: the smallest value that at least `p` per cent of the values do not exceed. */
function percentile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.ceil((p / 100) * sorted.length) - 1] as number;
}
