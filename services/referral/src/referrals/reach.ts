import type { Actor } from '@helhed/access';

const municipalityWide = ['triager', 'programme-lead'];

/** Whose referrals an actor may see: the whole municipality's, or those of the unit that it acts in. */
export const reachOf = ({ municipality, unit, function: name = '' }: Actor) =>
  municipalityWide.includes(name) ? { municipality } : { municipality, referringUnit: unit ?? '' };
