import type { Context } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';

/** What pages call each service to those who read about themselves. */
export const serviceNames: Readonly<Record<Context, Text>> = {
  referral: { da: 'Indstillinger', en: 'Referrals' },
  'family-plan': { da: 'Familien og dens plan', en: 'The family and its plan' },
  scheduling: { da: 'Aftaler og forløb', en: 'Appointments and courses' },
  consent: { da: 'Samtykker og opslag', en: 'Consents and looks' },
  reporting: { da: 'Tal og rapporter', en: 'Figures and reports' },
};
