import type { SeriesTemplate, Weekday } from '@helhed/contracts';
import { DomainError, localDate } from '@helhed/kernel';
import {
  addDays,
  nextWeekday,
  overlaps,
  startOfDay,
  toInterval,
  type Interval,
  type LocalTime,
} from '../calendar/local-time.js';
import { numberOf, startsWithin } from './slots.js';

export type SessionKind = 'session' | 'theme-evening';

/** Where in the calendar a course begins. */
export interface Placement {
  /** ISO date: the first session is on this day or later. */
  readonly from: string;
  readonly weekday: Weekday;
  /** `HH:mm` */
  readonly startTime: string;
}

export interface PlannedSession extends LocalTime, Interval {
  readonly kind: SessionKind;
  /** From 1, within its kind. */
  readonly number: number;
}

/** What stands in the way of a date or a time. */
export interface Obstacles {
  isClosed(date: string): boolean;
  isTaken(kind: SessionKind, time: Interval): boolean;
}

/**
 * Lays a course out. Sessions keep weekday and time on the wall; a closed day moves one, and all after it, by a week.
 * A theme evening takes the first free time that the template allows between two sessions, by preference on a day of its
 * own. Where all are taken it stands on the first, for the clash to be told; where all are closed it waits a session.
 */
export function placeSeries(template: SeriesTemplate, placement: Placement, obstacles: Obstacles): PlannedSession[] {
  return withEvenings(template, placeSessions(template, placement, obstacles), obstacles);
}

/** @throws DomainError `no-open-day` */
export function placeSessions(
  { sessions: template }: SeriesTemplate,
  placement: Placement,
  { isClosed }: Pick<Obstacles, 'isClosed'>,
): PlannedSession[] {
  const sessions: PlannedSession[] = [];
  let date = nextWeekday(placement.from, numberOf(placement.weekday));
  for (let number = 1; number <= template.count; number++) {
    for (const deadline = addDays(date, maxPause); isClosed(date); date = addDays(date, 7))
      if (date > deadline) throw noOpenDay();
    sessions.push(planned('session', number, { date, startTime: placement.startTime, minutes: template.minutes }));
    date = addDays(date, 7 * template.everyWeeks);
  }
  return sessions;
}

/** @throws DomainError `no-open-day` */
export function withEvenings(
  { themeEvenings }: SeriesTemplate,
  sessions: readonly PlannedSession[],
  obstacles: Obstacles,
): PlannedSession[] {
  const evenings = themeEvenings ? placeEvenings(themeEvenings, sessions, obstacles) : [];
  return [...sessions, ...evenings].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

type EveningTemplate = Exclude<SeriesTemplate['themeEvenings'], undefined>;

function placeEvenings(
  template: EveningTemplate,
  sessions: readonly PlannedSession[],
  obstacles: Obstacles,
): PlannedSession[] {
  const evenings: PlannedSession[] = [];
  for (const after of template.afterSessions) {
    const isClosed = (time: LocalTime) =>
      obstacles.isClosed(time.date) || evenings.some((held) => overlaps(held, toInterval(time)));
    let time: LocalTime | undefined;
    for (let gap = after; !time; gap++)
      time = eveningBetween(template, sessions[gap - 1], sessions[gap], { isClosed, isTaken: obstacles.isTaken });
    evenings.push(planned('theme-evening', evenings.length + 1, time));
  }
  return evenings;
}

function eveningBetween(
  template: EveningTemplate,
  previous: PlannedSession | undefined,
  next: PlannedSession | undefined,
  { isClosed, isTaken }: { isClosed(time: LocalTime): boolean } & Pick<Obstacles, 'isTaken'>,
): LocalTime | undefined {
  if (!previous) throw noOpenDay();
  const until = next?.startsAt ?? startOfDay(addDays(previous.date, maxPause));
  let firstOpen: LocalTime | undefined;
  for (const time of startsWithin(template, previous.date, localDate(until))) {
    if (isClosed(time)) continue;
    const { startsAt, endsAt } = toInterval(time);
    if (startsAt < previous.endsAt || endsAt > until) continue;
    if (!isTaken('theme-evening', { startsAt, endsAt })) return time;
    firstOpen ??= time;
  }
  return firstOpen;
}

/** Days: no break is longer. */
export const maxPause = 366;

const planned = (kind: SessionKind, number: number, time: LocalTime): PlannedSession => ({
  kind,
  number,
  ...time,
  ...toInterval(time),
});

const problem = 'no-open-day';

export const noOpenDay = (): DomainError =>
  new DomainError('rule', problem, {
    da: 'Helligdage og lukkedage levner ingen dag til en gang, temaaften eller samtale.',
    en: 'Holidays and closing days leave no day for a session, theme evening or conversation.',
  });

export const isAlwaysClosed = (error: unknown): boolean => error instanceof DomainError && error.problem === problem;
