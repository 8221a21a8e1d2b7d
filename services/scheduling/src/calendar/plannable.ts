import { DomainError } from '@helhed/kernel';
import { addDays } from './local-time.js';

const daysAhead = 5 * 366;

/** @throws DomainError `from-in-the-past` or `too-far-ahead` unless the date is today or within five years */
export function requirePlannable(field: string, date: string, today: string): void {
  if (date < today) throw inThePast(field);
  requireNear(field, date, today);
}

/** @throws DomainError `too-far-ahead` unless the date is within five years */
export function requireNear(field: string, date: string, today: string): void {
  if (date <= addDays(today, daysAhead)) return;
  throw new DomainError(
    'rule',
    'too-far-ahead',
    { da: 'Der kan planlægges fem år frem.', en: 'Plans reach five years ahead.' },
    [{ field, rule: 'too-far-ahead' }],
  );
}

export const inThePast = (field: string): DomainError =>
  new DomainError('rule', 'from-in-the-past', { da: 'Tidspunktet er forbi.', en: 'The time has passed.' }, [
    { field, rule: 'in-the-past' },
  ]);
