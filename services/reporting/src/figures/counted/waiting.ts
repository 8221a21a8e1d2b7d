import type { Text } from '@helhed/kernel';
import type { Figure, Figures } from '../figure.js';
import { percentile, sizeOf } from '../percentile.js';
import { journey } from '../selection.js';

const assigned: Text = {
  da: 'Pladser givet i perioden til familier, hvis modtagelsesdato kendes.',
  en: 'Places assigned in the period to families whose date of receipt is known.',
};
const days = (percent: number): Pick<Figure, 'version' | 'unit' | 'denominator' | 'rows' | 'value' | 'over'> => ({
  version: 1,
  unit: 'days',
  denominator: assigned,
  rows: 'places-assigned',
  value: (counts) => percentile(counts.histogram('places-assigned'), percent),
  over: (counts) => sizeOf(counts.histogram('places-assigned')),
});

export const waiting: Figures<'waiting' | 'places-assigned' | 'waiting-days-median' | 'waiting-days-p90'> = {
  waiting: {
    version: 1,
    name: { da: 'Venter på plads', en: 'Waiting for a place' },
    definition: {
      da: 'Familier, der er taget imod og ved udgangen af periodens sidste dag endnu ikke har fået en plads. Den, der får sin plads den dag, venter ikke længere.',
      en: "Families accepted that have no place yet at the end of the period's last day. One that gets its place that day waits no more.",
    },
    unit: 'families',
    denominator: null,
    rows: journey(
      'waiting_since',
      undefined,
      'waiting_since <= $4::date AND (waiting_ended_on IS NULL OR waiting_ended_on > $4::date)',
    ),
  },
  'places-assigned': {
    version: 1,
    name: { da: 'Pladser givet', en: 'Places assigned' },
    definition: {
      da: 'Familier, der har fået en plads i perioden.',
      en: 'Families that were given a place in the period.',
    },
    unit: 'places',
    denominator: null,
    rows: journey('assigned_on', 'waiting_days'),
  },
  'waiting-days-median': {
    ...days(50),
    name: { da: 'Ventetid, median', en: 'Waiting time, median' },
    definition: {
      da: 'Kalenderdage fra indstillingen blev modtaget, til pladsen blev givet, for pladser givet i perioden: det mindste antal dage, som mindst halvdelen højst ventede (nærmeste rang, ingen interpolation).',
      en: 'Calendar days from receipt of the referral to the place assigned, for places assigned in the period: the fewest days that at least half of the families waited at most (nearest rank, no interpolation).',
    },
  },
  'waiting-days-p90': {
    ...days(90),
    name: { da: 'Ventetid, 90 %', en: 'Waiting time, 90 %' },
    definition: {
      da: 'Som medianen, men det mindste antal dage, som mindst 90 % højst ventede (nærmeste rang, ingen interpolation).',
      en: 'As the median, but the fewest days that at least 90 % waited at most (nearest rank, no interpolation).',
    },
  },
};
