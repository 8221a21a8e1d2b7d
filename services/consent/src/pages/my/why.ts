import type { Text } from '@helhed/kernel';
import type { BasisView } from '../../bases/bases.dto.js';
import type { ToldReader } from './ask-readers.js';
import type { Standing } from './find-grounds.js';

/** What lets a reader see something: a provision or a consent; of a recorded basis there is a receipt. */
export interface Ground {
  readonly said: Text;
  readonly basis?: string;
}

/** What a reader sees for one purpose and on the same grounds. */
export interface Reason {
  /** Sorted. */
  readonly categories: readonly string[];
  readonly purpose: string | null;
  readonly grounds: readonly Ground[];
}

const consent: Text = { da: 'Samtykke', en: 'Consent' };
const ofOthers: Text = { da: 'En hjemmel om andre i familien', en: 'A basis about others in the family' };
const byWork: Text = {
  da: 'Det hører til deres arbejde med jer og kræver ikke andet.',
  en: 'It belongs to their work with you and needs nothing else.',
};

/**
 * The decision's own grounds in words.
 * @param recorded bases about the person; of one that is about others in the family only that is told
 */
export function whyOf(
  seen: readonly Pick<ToldReader, 'category' | 'relation' | 'purpose' | 'bases'>[],
  recorded: readonly BasisView[],
  standing: readonly Standing[],
): readonly Reason[] {
  const reasons = seen.map(({ category, relation, purpose, bases }): Reason => {
    const grounds = bases.flatMap((id): Ground[] => {
      const ofLaw = standing.filter((each) => each.id === id && each.relation === relation);
      if (id.startsWith('standing:'))
        return ofLaw.filter((each) => each.categories.some((one) => one === category)).map(byLaw);
      const basis = recorded.find((each) => each.id === id);
      return [basis ? { said: saidOf(basis), basis: id } : { said: ofOthers }];
    });
    return { categories: [category], purpose, grounds: once(bases.length > 0 ? grounds : [{ said: byWork }]) };
  });
  return Object.values(Object.groupBy(reasons, ({ purpose, grounds }) => JSON.stringify([purpose, grounds]))).flatMap(
    (same) => {
      const [first] = same ?? [];
      const categories = [...new Set((same ?? []).flatMap((each) => each.categories))].toSorted();
      return first ? [{ ...first, categories }] : [];
    },
  );
}

const byLaw = ({ paragraph, programme: { da, en } }: Standing): Ground => ({
  said: { da: `${paragraph} (${da})`, en: `${paragraph} (${en})` },
});

const saidOf = ({ kind, paragraph }: BasisView): Text =>
  kind === 'consent' || paragraph === null ? consent : { da: paragraph, en: paragraph };

const once = (grounds: readonly Ground[]): Ground[] => [
  ...new Map(grounds.map((each) => [JSON.stringify(each), each])).values(),
];
