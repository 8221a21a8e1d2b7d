import type { FigureCode } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';

export const units = ['referrals', 'families', 'places', 'days', 'sessions', 'theme-evenings'] as const;

/** What a figure means. A change of meaning is a higher version, and old reports keep the one that they were made by. */
export interface FigureDefinition {
  readonly version: number;
  readonly name: Text;
  readonly definition: Text;
  readonly unit: (typeof units)[number];
  /** What the figure is a part of, or computed over; null for a plain count. */
  readonly denominator: Text | null;
}

const version = 1;
const triaged: Text = {
  da: 'Indstillinger, som visitationen har taget imod eller afvist i perioden.',
  en: 'Referrals that triage accepted or declined in the period.',
};
const assigned: Text = {
  da: 'Pladser givet i perioden til familier, hvis modtagelsesdato kendes.',
  en: 'Places assigned in the period to families whose date of receipt is known.',
};

export const definitions: Readonly<Record<FigureCode, FigureDefinition>> = {
  referred: {
    version,
    name: { da: 'Indstillet', en: 'Referred' },
    definition: {
      da: 'Indstillinger modtaget i perioden, uanset hvad der siden skete med dem.',
      en: 'Referrals received in the period, whatever happened to them since.',
    },
    unit: 'referrals',
    denominator: null,
  },
  accepted: {
    version,
    name: { da: 'Taget imod', en: 'Accepted' },
    definition: {
      da: 'Indstillinger, som visitationen har taget imod i perioden, med eller uden en plads; også de siden trukne.',
      en: 'Referrals that triage accepted in the period, with a place or without; those withdrawn later too.',
    },
    unit: 'referrals',
    denominator: triaged,
  },
  declined: {
    version,
    name: { da: 'Afvist', en: 'Declined' },
    definition: {
      da: 'Indstillinger, som visitationen har afvist i perioden, også delt op efter grund.',
      en: 'Referrals that triage declined in the period, also by reason.',
    },
    unit: 'referrals',
    denominator: triaged,
  },
  withdrawn: {
    version,
    name: { da: 'Trukket tilbage', en: 'Withdrawn' },
    definition: {
      da: 'Indstillinger trukket tilbage i perioden, før eller efter at visitationen havde svaret; også delt op efter grund.',
      en: 'Referrals withdrawn in the period, before or after triage answered; also by reason.',
    },
    unit: 'referrals',
    denominator: null,
  },
  waiting: {
    version,
    name: { da: 'Venter på plads', en: 'Waiting for a place' },
    definition: {
      da: 'Familier, der er taget imod og ved udgangen af periodens sidste dag endnu ikke har fået en plads. Den, der får sin plads den dag, venter ikke længere.',
      en: "Families accepted that have no place yet at the end of the period's last day. One that gets its place that day waits no more.",
    },
    unit: 'families',
    denominator: null,
  },
  'places-assigned': {
    version,
    name: { da: 'Pladser givet', en: 'Places assigned' },
    definition: {
      da: 'Familier, der har fået en plads i perioden.',
      en: 'Families that were given a place in the period.',
    },
    unit: 'places',
    denominator: null,
  },
  'waiting-days-median': {
    version,
    name: { da: 'Ventetid, median', en: 'Waiting time, median' },
    definition: {
      da: 'Kalenderdage fra indstillingen blev modtaget, til pladsen blev givet, for pladser givet i perioden: det mindste antal dage, som mindst halvdelen højst ventede (nærmeste rang, ingen interpolation).',
      en: 'Calendar days from receipt of the referral to the place assigned, for places assigned in the period: the fewest days that at least half of the families waited at most (nearest rank, no interpolation).',
    },
    unit: 'days',
    denominator: assigned,
  },
  'waiting-days-p90': {
    version,
    name: { da: 'Ventetid, 90 %', en: 'Waiting time, 90 %' },
    definition: {
      da: 'Som medianen, men det mindste antal dage, som mindst 90 % højst ventede (nærmeste rang, ingen interpolation).',
      en: 'As the median, but the fewest days that at least 90 % waited at most (nearest rank, no interpolation).',
    },
    unit: 'days',
    denominator: assigned,
  },
  'families-enrolled': {
    version,
    name: { da: 'Familier indskrevet', en: 'Families enrolled' },
    definition: {
      da: 'Familier indskrevet i perioden, hver talt én gang.',
      en: 'Families enrolled in the period, each counted once.',
    },
    unit: 'families',
    denominator: null,
  },
  'sessions-held': {
    version,
    name: { da: 'Gange holdt', en: 'Sessions held' },
    definition: {
      da: 'Gange med en gruppe holdt i perioden; en gang tæller én gang, hvor mange familier der end er i gruppen.',
      en: 'Sessions of a group held in the period; one counts once, however many families are in the group.',
    },
    unit: 'sessions',
    denominator: null,
  },
  'theme-evenings-held': {
    version,
    name: { da: 'Temaaftner holdt', en: 'Theme evenings held' },
    definition: {
      da: 'Temaaftner for en gruppes forældre holdt i perioden; en aften tæller én gang.',
      en: "Theme evenings for a group's parents held in the period; one counts once.",
    },
    unit: 'theme-evenings',
    denominator: null,
  },
};
