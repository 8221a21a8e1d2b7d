import type { Text } from '@helhed/kernel';
import type { Counts } from '../counts.js';
import type { Figures } from '../figure.js';
import { byReason } from '../parts.js';
import { journey } from '../selection.js';

const triaged: Text = {
  da: 'Indstillinger, som visitationen har taget imod eller afvist i perioden.',
  en: 'Referrals that triage accepted or declined in the period.',
};
const over = (counts: Counts): number => counts.total('accepted') + counts.total('declined');

export const referrals: Figures<'referred' | 'accepted' | 'declined' | 'withdrawn'> = {
  referred: {
    version: 1,
    name: { da: 'Indstillet', en: 'Referred' },
    definition: {
      da: 'Indstillinger modtaget i perioden, uanset hvad der siden skete med dem.',
      en: 'Referrals received in the period, whatever happened to them since.',
    },
    unit: 'referrals',
    denominator: null,
    rows: journey('received_on'),
  },
  accepted: {
    version: 1,
    name: { da: 'Taget imod', en: 'Accepted' },
    definition: {
      da: 'Indstillinger, som visitationen har taget imod i perioden, med eller uden en plads; også de siden trukne.',
      en: 'Referrals that triage accepted in the period, with a place or without; those withdrawn later too.',
    },
    unit: 'referrals',
    denominator: triaged,
    rows: journey('accepted_on'),
    over,
  },
  declined: {
    version: 1,
    name: { da: 'Afvist', en: 'Declined' },
    definition: {
      da: 'Indstillinger, som visitationen har afvist i perioden, også delt op efter grund.',
      en: 'Referrals that triage declined in the period, also by reason.',
    },
    unit: 'referrals',
    denominator: triaged,
    rows: journey('declined_on', 'decline_reason'),
    over,
    parts: byReason,
  },
  withdrawn: {
    version: 1,
    name: { da: 'Trukket tilbage', en: 'Withdrawn' },
    definition: {
      da: 'Indstillinger trukket tilbage i perioden, før eller efter at visitationen havde svaret; også delt op efter grund.',
      en: 'Referrals withdrawn in the period, before or after triage answered; also by reason.',
    },
    unit: 'referrals',
    denominator: null,
    rows: journey('withdrawn_on', 'withdraw_reason'),
    parts: byReason,
  },
};
