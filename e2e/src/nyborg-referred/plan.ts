import { seededRandom } from '@helhed/testing';

export type Step =
  | { readonly at: Date; readonly kind: 'refer'; readonly family: number }
  | { readonly at: Date; readonly kind: 'decide'; readonly family: number }
  | { readonly at: Date; readonly kind: 'open-group'; readonly group: number }
  | { readonly at: Date; readonly kind: 'place-course'; readonly group: number };

export type Fate = 'accepted' | 'declined' | 'withdrawn';

export interface Plan {
  readonly begin: Date;
  readonly end: Date;
  /** When all parts of the year's figures are told. */
  readonly counted: Date;
  /** When it can be released what became of the year's families. */
  readonly settled: Date;
  readonly groups: number;
  readonly fates: readonly Fate[];
  readonly steps: readonly Step[];
}

const familiesPerGroup = 6;
const hour = 3_600_000;
const day = 24 * hour;

/** A year in a municipality, from a seed: when each family is referred and decided on, when groups open and are placed. */
export function planYear(families: number, seed: number): Plan {
  const random = seededRandom(seed);
  const begin = new Date('2027-01-04T08:00:00Z');
  const at = (days: number, minutes = 0) => new Date(begin.getTime() + days * day + minutes * 60_000);
  const fates = Array.from({ length: families }, (_, family) => fateOf(family));
  const accepted = fates.filter((fate) => fate === 'accepted').length;
  // fewer places than families, all decided on before the last groups open: somebody waits at the end of the year
  const groups = Math.max(1, Math.floor((accepted - 1) / familiesPerGroup));
  const early = Math.ceil(groups / 2);
  const steps: Step[] = [];
  fates.forEach((_, family) => {
    // enough to fill the first groups when they open, and one that waits
    const before = fates.slice(0, family).filter((fate) => fate === 'accepted').length;
    const first = before <= early * familiesPerGroup;
    const referred = first ? Math.floor(random() * 25) : 30 + Math.floor(random() * 180);
    steps.push({ at: at(referred, family % 400), kind: 'refer', family });
    steps.push({ at: at(referred + 2 + Math.floor(random() * 10), family % 400), kind: 'decide', family });
  });
  for (let group = 1; group <= groups; group++) {
    const opens = group <= early ? 42 : 224;
    steps.push({ at: at(opens, group % 60), kind: 'open-group', group });
    steps.push({ at: at(opens + 7, group % 60), kind: 'place-course', group });
  }
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  return {
    begin,
    end: new Date('2027-12-31T12:00:00Z'),
    counted: new Date('2028-02-01T12:00:00Z'),
    settled: new Date('2029-01-02T12:00:00Z'),
    groups,
    fates,
    steps,
  };
}

function fateOf(family: number): Fate {
  if (family % 10 === 9) return 'declined';
  return family % 13 === 12 ? 'withdrawn' : 'accepted';
}
