import { reads, type Read } from './reads.js';

/** What somebody gives out, and how the pages of taking a consent back say so. */
const given: readonly (readonly [as: string, route: RegExp, says: RegExp])[] = [
  ['gitte', /\/invitation$/, /hentet af gruppeleder i Enheden familiestuen/],
  ['gitte', /\/printed-plan$/, /Jeres plan, lavet af gruppeleder i Enheden familiestuen/],
  ['pia', /\/letter\.pdf$/, /Brev med svaret på indstillingen, lavet af pædagog i Enheden db-solsikken/],
];

/** The looks by which it is given out. */
export const givings: readonly Read[] = given.flatMap(([who, at]) =>
  reads.filter(({ route, as }) => at.test(route) && as === who).slice(0, 1),
);

/** What of it a page leaves out. */
export const unsaidIn = (text: string): RegExp[] => given.flatMap(([, , says]) => (says.test(text) ? [] : [says]));
