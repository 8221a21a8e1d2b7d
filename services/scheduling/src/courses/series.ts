import { addDays, nextWeekday, overlaps, toInterval, type Interval, type LocalTime } from '../calendar/local-time.js';

export type SessionKind = 'session' | 'theme-evening';

/** The shape of a course, from the programme definition: weekly sessions, and theme evenings between them. */
export interface SeriesTemplate {
  readonly sessions: number;
  readonly minutes: number;
  readonly themeEvenings: readonly ThemeEvening[];
}

export interface ThemeEvening {
  /** It is held in the days after this session (from 1) and before the next. */
  readonly afterSession: number;
  /** ISO weekday */
  readonly weekday: number;
  readonly startTime: string;
  readonly minutes: number;
}

/** Where in the calendar a course begins. */
export interface Placement {
  readonly from: string;
  readonly weekday: number;
  readonly startTime: string;
}

export interface PlannedSession extends LocalTime, Interval {
  readonly kind: SessionKind;
  /** From 1, within its kind. */
  readonly number: number;
}

/**
 * Lays a course out: each session a week after the last at the same time on the wall, a closed day moves it and all
 * after it by a week. A theme evening on a closed day, or on top of a session, waits a week.
 */
export function placeSeries(template: SeriesTemplate, placement: Placement, isClosed: (date: string) => boolean): PlannedSession[] {
  const weekly = (date: string, fits: (date: string) => boolean): string => {
    let candidate = date;
    while (!fits(candidate)) candidate = addDays(candidate, 7);
    return candidate;
  };
  const open = (date: string) => !isClosed(date);
  const plan = (kind: SessionKind, number: number, time: LocalTime): PlannedSession => ({
    kind,
    number,
    ...time,
    ...toInterval(time),
  });

  const planned: PlannedSession[] = [];
  let date = nextWeekday(placement.from, placement.weekday);
  for (let number = 1; number <= template.sessions; number++) {
    date = weekly(date, open);
    planned.push(plan('session', number, { date, startTime: placement.startTime, minutes: template.minutes }));
    date = addDays(date, 7);
  }
  template.themeEvenings.forEach((evening, index) => {
    const after = planned[evening.afterSession - 1]?.date ?? placement.from;
    const time = (candidate: string) => ({ date: candidate, startTime: evening.startTime, minutes: evening.minutes });
    const free = (candidate: string) => !planned.some((other) => overlaps(other, toInterval(time(candidate))));
    const held = weekly(nextWeekday(addDays(after, 1), evening.weekday), (candidate) => open(candidate) && free(candidate));
    planned.push(plan('theme-evening', index + 1, time(held)));
  });
  return planned.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
