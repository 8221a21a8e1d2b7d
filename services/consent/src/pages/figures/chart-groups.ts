import type { Text } from '@helhed/kernel';

/** Figures that stand in one chart, since they count the same kind of thing. */
export interface Group<F> {
  readonly id: string;
  readonly title: Text;
  readonly figures: readonly F[];
}

const groups: readonly { id: string; title: Text; units: readonly string[] }[] = [
  { id: 'referrals', title: { da: 'Indstillinger og forløb', en: 'Referrals and courses' }, units: ['referrals'] },
  {
    id: 'families',
    title: { da: 'Familier, voksne og børn', en: 'Families, adults and children' },
    units: ['families', 'persons', 'adults', 'children', 'places'],
  },
  { id: 'days', title: { da: 'Ventetid i dage', en: 'Waiting time in days' }, units: ['days'] },
  {
    id: 'meetings',
    title: { da: 'Gange, temaaftner og samtaler', en: 'Sessions, theme evenings and conversations' },
    units: ['sessions', 'theme-evenings', 'conversations'],
  },
  { id: 'attendance', title: { da: 'Fremmøde', en: 'Attendance' }, units: ['attendances'] },
  { id: 'goals', title: { da: 'Mål', en: 'Goals' }, units: ['goals'] },
];
const others = { id: 'others', title: { da: 'Andet', en: 'Other' } };

/** The charts of these figures; a unit that no chart knows has one of its own with the others. */
export function inGroups<F extends { readonly unit: string }>(figures: readonly F[]): Group<F>[] {
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
