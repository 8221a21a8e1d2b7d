import { daysBetween } from '@helhed/kernel';
import { addDays, toInterval, weekdayOf, type Interval, type LocalTime } from '../calendar/local-time.js';
import { maxPause, noOpenDay, type SessionKind } from './series.js';

/** A session that is to come. */
interface Coming extends LocalTime, Interval {
  readonly kind: SessionKind;
}

export interface Shift {
  /** Where the first of them goes. */
  readonly to: Pick<LocalTime, 'date' | 'startTime'>;
  /** As the definition spaces its sessions. */
  readonly everyWeeks: number;
  isClosed(date: string): boolean;
}

/**
 * Where the rest of a course goes with its first: those of its kind to the new weekday and time, the others on the weekdays and
 * at the times that they have, and all by as many weeks. What falls on a closed day waits a week, and what comes after it waits
 * only as far as it must: a break in the course takes the delay up. A theme evening stays between its two sessions, where a
 * week more or less lets it.
 * @param later first to last
 * @throws DomainError `no-open-day`
 */
export function shiftRest<T extends Coming>(first: T, later: readonly T[], shift: Shift): ReadonlyMap<T, LocalTime> {
  const rest = new Rest(first, shift);
  const sessions = [first, ...later].filter(({ kind }) => kind === 'session');
  for (const [index, session] of sessions.entries()) if (session !== first) rest.follow(session, sessions[index - 1]);
  for (const evening of later.filter(({ kind }) => kind === 'theme-evening')) {
    const before = sessions.findLast(({ startsAt }) => startsAt < evening.startsAt);
    const after = sessions.find(({ startsAt }) => startsAt > evening.startsAt);
    rest.putBetween(evening, before, after);
  }
  return rest.placed;
}

class Rest<T extends Coming> {
  readonly placed: Map<T, LocalTime>;
  readonly #weeks: number;

  constructor(
    private readonly first: T,
    private readonly shift: Shift,
  ) {
    this.placed = new Map([[first, { ...shift.to, minutes: first.minutes }]]);
    this.#weeks = weeksBetween(first.date, shift.to.date);
  }

  /** As many weeks on as the first; later where the one before it had to wait, and stood as close. */
  follow(session: T, previous: T | undefined): void {
    const wanted = addDays(mondayOf(session.date), 7 * this.#weeks);
    this.placed.set(session, this.#firstOpen(session, previous ? this.#notBefore(wanted, session, previous) : wanted));
  }

  putBetween(evening: T, before: T | undefined, after: T | undefined): void {
    const weeks = before ? weeksBetween(before.date, this.placed.get(before)!.date) : this.#weeks;
    const monday = addDays(mondayOf(evening.date), 7 * weeks);
    const near = [0, 7, -7].map((days) => this.#inWeek(evening, addDays(monday, days)));
    const found = near.find((time) => !this.shift.isClosed(time.date) && this.#isBetween(time, before, after));
    this.placed.set(evening, found ?? this.#firstOpen(evening, monday));
  }

  #notBefore(wanted: string, session: T, previous: T): string {
    const apart = Math.min(this.shift.everyWeeks, weeksBetween(previous.date, session.date));
    const earliest = addDays(mondayOf(this.placed.get(previous)!.date), 7 * apart);
    return wanted < earliest ? earliest : wanted;
  }

  #isBetween(time: LocalTime, before: T | undefined, after: T | undefined): boolean {
    const { startsAt, endsAt } = toInterval(time);
    if (before && toInterval(this.placed.get(before)!).endsAt > startsAt) return false;
    return !after || endsAt <= toInterval(this.placed.get(after)!).startsAt;
  }

  #firstOpen(session: T, from: string): LocalTime {
    for (let monday = from; monday <= addDays(from, maxPause); monday = addDays(monday, 7)) {
      const time = this.#inWeek(session, monday);
      if (!this.shift.isClosed(time.date)) return time;
    }
    throw noOpenDay();
  }

  #inWeek(session: T, monday: string): LocalTime {
    const { date, startTime } = session.kind === this.first.kind ? this.shift.to : session;
    return { date: addDays(monday, weekdayOf(date) - 1), startTime, minutes: session.minutes };
  }
}

const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

const weeksBetween = (from: string, to: string): number => daysBetween(mondayOf(from), mondayOf(to)) / 7;
