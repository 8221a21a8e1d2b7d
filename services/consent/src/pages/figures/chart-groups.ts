import type { Text } from '@helhed/kernel';
import type { Figure } from './ask-figures.js';

/** Figures that stand in one chart, since they count the same kind of thing. */
export interface Group {
  readonly id: string;
  readonly title: Text;
  readonly figures: readonly Figure[];
}

const groups: readonly { id: string; title: Text; units: readonly string[] }[] = [
  { id: 'referrals', title: { da: 'Indstillinger og forløb', en: 'Referrals and courses' }, units: ['referrals'] },
  {
    id: 'families',
    title: { da: 'Familier, voksne og børn', en: 'Families, adults and children' },
    units: ['families', 'adults', 'children', 'places'],
  },
  { id: 'days', title: { da: 'Ventetid i dage', en: 'Waiting time in days' }, units: ['days'] },
  { id: 'meetings', title: { da: 'Gange og temaaftner', en: 'Sessions' }, units: ['sessions', 'theme-evenings'] },
];
const others = { id: 'others', title: { da: 'Andet', en: 'Other' } };

/** The charts of these figures; a unit that no chart knows has one of its own with the others. */
export function inGroups(figures: readonly Figure[]): Group[] {
  const known = new Set(groups.flatMap(({ units }) => units));
  const rest = figures.filter(({ unit }) => !known.has(unit));
  return [
    ...groups.map(({ units, ...group }) => ({
      ...group,
      figures: figures.filter(({ unit }) => units.includes(unit)),
    })),
    { ...others, figures: rest },
  ].filter((group) => group.figures.length > 0);
}
