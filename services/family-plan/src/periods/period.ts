import { DomainError } from '@helhed/kernel';

/** Days from one to another, half-open: `to` is the first day outside. Null: since always, or without an end. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Whether it holds on a day from this one on.
 * @param today ISO date in the municipality's time
 */
export const holdsLater = ({ from, to }: Period, today: string): boolean =>
  to === null || (today < to && (from === null || from < to));

/**
 * The end of a period that is to end on a day. One that has not begun by then becomes empty: it never held.
 * @throws DomainError `already-ended` (409) where it ends no later anyway: an end is never moved on
 */
export function endOn({ from, to }: Period, day: string): string {
  if (to !== null && to <= day) throw alreadyEnded();
  return from !== null && day < from ? from : day;
}

const alreadyEnded = (): DomainError =>
  new DomainError('conflict', 'already-ended', {
    da: 'Det ender ikke senere end den dag allerede.',
    en: 'It ends no later than that day already.',
  });
