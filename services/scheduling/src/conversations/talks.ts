import { Timeline } from '../calendar/timeline.js';
import type { Interval } from '../calendar/local-time.js';
import type { BusyTimes, Clash, Need } from '../courses/clashes.js';
import { noOpenDay, type PlannedSession } from '../courses/series.js';
import { layOut, type ConversationTemplate, type LaidOut, type PlannedConversation } from './lay-out.js';

interface Calendar {
  readonly busy: BusyTimes;
  isClosed(date: string): boolean;
}

/** The conversations that are placed with a course: with each family that is known, and what each takes up. */
export class Talks {
  readonly #taken: ReadonlyMap<string, Timeline>;

  constructor(
    private readonly templates: readonly ConversationTemplate[],
    readonly needs: ReadonlyMap<string, readonly Need[]>,
    private readonly calendar: Calendar,
  ) {
    this.#taken = new Map([...needs].map(([family, each]) => [family, calendar.busy.of(each)]));
  }

  /** @throws DomainError `no-open-day` */
  around(course: readonly PlannedSession[]): LaidOut {
    const isTaken = (family: string, time: Interval) => this.#taken.get(family)?.isTaken(time) ?? false;
    const sessions = course.filter(({ kind }) => kind === 'session');
    const { isClosed } = this.calendar;
    const laidOut = layOut(this.templates, [...this.needs.keys()], { sessions, course, isClosed, isTaken });
    const { planned, left } = laidOut;
    if (planned.length + left.length < this.templates.length * this.needs.size) throw noOpenDay();
    return laidOut;
  }

  /** Whether each finds a time, and one at which it is known what is taken. */
  fit(course: readonly PlannedSession[], knownUntil: Date): boolean {
    const { planned, left } = this.around(course);
    return left.length === 0 && planned.every(({ endsAt }) => endsAt <= knownUntil);
  }

  /** Why those found no time: what is taken at the first that there would be, or the staff, by this course itself. */
  clashesOf(left: readonly PlannedConversation[]): Clash[] {
    return left.flatMap((planned) => {
      const needs = this.needs.get(planned.familyId) ?? [];
      const taken = needs.filter((need) => this.calendar.busy.isTaken(need, planned));
      const why = taken.length > 0 ? taken : needs.filter(({ as }) => as === 'staff');
      return why.map((need) => ({ session: { ...planned, kind: 'conversation' as const }, need }));
    });
  }
}
