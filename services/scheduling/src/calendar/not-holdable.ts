import { DomainError } from '@helhed/kernel';
import type { AppointmentKind } from './appointment.js';

/** 409: what was cancelled was not held. */
export const cancelledAlready = (kind: AppointmentKind): DomainError =>
  new DomainError('conflict', `${problemOf[kind]}-cancelled`, {
    da: `${names[kind].da} er aflyst.`,
    en: `${names[kind].en} was cancelled.`,
  });

/** 409: nothing is held in the place of what is still to be. */
export const notCancelled = (): DomainError =>
  new DomainError('conflict', 'session-not-cancelled', {
    da: 'Gangen er ikke aflyst, så den kan ikke erstattes.',
    en: 'The session is not cancelled, so it cannot be made up.',
  });

/** 422: it cannot have been held before it began. */
export const notBegun = (kind: AppointmentKind): DomainError =>
  new DomainError('rule', `${problemOf[kind]}-not-begun`, {
    da: `${names[kind].da} er ikke begyndt endnu.`,
    en: `${names[kind].en} has not begun yet.`,
  });

const problemOf = {
  session: 'session',
  'theme-evening': 'session',
  conversation: 'conversation',
  single: 'booking',
} as const;

const session = { da: 'Gangen', en: 'The session' };
const names: Readonly<Record<AppointmentKind, { readonly da: string; readonly en: string }>> = {
  session,
  'theme-evening': session,
  conversation: { da: 'Samtalen', en: 'The conversation' },
  single: { da: 'Bookingen', en: 'The booking' },
};
