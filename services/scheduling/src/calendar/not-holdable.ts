import { DomainError } from '@helhed/kernel';
import type { AppointmentKind } from './appointment.js';

/** 409: what was cancelled was not held. */
export const cancelledAlready = (kind: AppointmentKind): DomainError =>
  kind === 'single'
    ? new DomainError('conflict', 'booking-cancelled', {
        da: 'Bookingen er aflyst.',
        en: 'The booking was cancelled.',
      })
    : new DomainError('conflict', 'session-cancelled', {
        da: 'Gangen er aflyst.',
        en: 'The session was cancelled.',
      });

/** 409: nothing is held in the place of what is still to be. */
export const notCancelled = (): DomainError =>
  new DomainError('conflict', 'session-not-cancelled', {
    da: 'Gangen er ikke aflyst, så den kan ikke erstattes.',
    en: 'The session is not cancelled, so it cannot be made up.',
  });

/** 422: it cannot have been held before it began. */
export const notBegun = (kind: AppointmentKind): DomainError =>
  kind === 'single'
    ? new DomainError('rule', 'booking-not-begun', {
        da: 'Aftalen er ikke begyndt endnu.',
        en: 'The appointment has not begun yet.',
      })
    : new DomainError('rule', 'session-not-begun', {
        da: 'Gangen er ikke begyndt endnu.',
        en: 'The session has not begun yet.',
      });
