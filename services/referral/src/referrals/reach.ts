import type { Actor, Allowed } from '@helhed/access';

const municipalityWide = ['triager', 'programme-lead'];

/** Who may look at referrals, as the routes declare it: these in the whole municipality, everybody else in its own unit. */
export const whoMayLook: readonly Allowed[] = [
  { kind: 'person', functions: municipalityWide },
  { kind: 'person', functions: 'any', unit: 'own' },
];

/** Whose referrals an actor may see: the whole municipality's, or those of the unit that it acts in. */
export const reachOf = ({ municipality, unit, function: name = '' }: Actor) =>
  municipalityWide.includes(name) ? { municipality } : { municipality, referringUnit: unit ?? '' };
