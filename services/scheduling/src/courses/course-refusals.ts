import type { SeriesTemplate, Weekday } from '@helhed/contracts';
import { DomainError } from '@helhed/kernel';
import type { LocalTime } from '../calendar/local-time.js';
import { requirePlannable } from '../calendar/plannable.js';
import type { Alternative } from './alternatives.js';
import type { Clash } from './clashes.js';
import type { Placement } from './series.js';
import { allows, weekdayName, type Slot } from './slots.js';

/** @throws DomainError `from-in-the-past`, `too-far-ahead` or `outside-template`: the wish does not fit whatever the calendar says */
export function requirePlaceable({ sessions }: SeriesTemplate, wish: Placement, today: string): void {
  requirePlannable('from', wish.from, today);
  if (!allows(sessions, wish.weekday, wish.startTime)) throw outsideTemplate(sessions, wish.weekday, 'weekday');
}

interface Day {
  readonly today: string;
  readonly isClosed: (date: string) => boolean;
}

/** @throws DomainError the same, or `day-closed`: one session cannot be then, whatever else the calendar says */
export function requireAllowed(
  slot: Slot,
  { date, startTime }: Omit<LocalTime, 'minutes'>,
  { today, isClosed }: Day,
): void {
  requirePlannable('date', date, today);
  const weekday = weekdayName(date);
  if (!allows(slot, weekday, startTime)) throw outsideTemplate(slot, weekday, 'date');
  if (isClosed(date)) throw dayClosed();
}

const dayClosed = (): DomainError =>
  new DomainError(
    'rule',
    'day-closed',
    { da: 'Dagen er en helligdag eller en lukkedag.', en: 'The day is a holiday or a closing day.' },
    [{ field: 'date', rule: 'closed' }],
  );

function outsideTemplate(
  { weekdays, start: { earliest, latest } }: Slot,
  weekday: Weekday,
  dayField: string,
): DomainError {
  const days = weekdays.join(', ');
  return new DomainError(
    'rule',
    'outside-template',
    {
      da: `Indsatsens gange ligger på disse ugedage: ${days}; og begynder mellem ${earliest} og ${latest}.`,
      en: `The programme's sessions are on these weekdays: ${days}; and begin between ${earliest} and ${latest}.`,
    },
    [{ field: weekdays.includes(weekday) ? 'startTime' : dayField, rule: 'outside-template' }],
  );
}

/** What stands in the way, without saying whose family, and where there is room instead. */
export function courseClashes(clashes: readonly Clash[], alternatives: readonly Alternative[]): DomainError {
  const reasons = clashes.map(({ session, need }) => ({
    resource: need.as,
    ...(need.as === 'family' ? {} : { id: need.id }),
    session: session.kind,
    ...(session.kind === 'conversation' ? { conversation: session.conversation } : { number: session.number }),
    date: session.date,
    startTime: session.startTime,
  }));
  const distinct = [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
  return new DomainError(
    'rule',
    'course-clashes',
    {
      da: 'Forløbet kan ikke lægges: lokale, medarbejdere eller familier er optaget. Se reasons og alternatives.',
      en: 'The course cannot be placed: room, staff or families are taken. See reasons and alternatives.',
    },
    [],
    { reasons: distinct, alternatives },
  );
}
