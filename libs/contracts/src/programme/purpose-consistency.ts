import { isWithinCeiling } from './categories.js';
import type { DefinitionShape } from './definition-shape.js';
import { duplicates, notAscending, type Inconsistency, type Path } from './inconsistency.js';
import { purposeOf, type PurposeCode } from './purpose-codes.js';
import type { PurposeRules, StandingBasis } from './purposes.js';

export const purposeInconsistencies = ({ purposes = {} }: Pick<DefinitionShape, 'purposes'>): Inconsistency[] =>
  (Object.entries(purposes) as [PurposeCode, PurposeRules | undefined][]).flatMap(
    ([purpose, { rules = [], standing = [] } = {}]) => [
      ...notAscending(
        rules.map(({ validFrom }) => validFrom),
        ['purposes', purpose, 'rules'],
        ['validFrom'],
      ),
      ...rules.flatMap(({ exceptions = [] }, index) =>
        duplicates(exceptions, ['purposes', purpose, 'rules', index, 'exceptions']),
      ),
      ...standing.flatMap((basis, index) => ofStanding(purpose, basis, ['purposes', purpose, 'standing', index])),
    ],
  );

function ofStanding(purpose: PurposeCode, basis: StandingBasis, path: Path): Inconsistency[] {
  const { relation, categories, validFrom, validTo } = basis;
  const found = duplicates(categories, [...path, 'categories']);
  categories.forEach((category, index) => {
    if (!isWithinCeiling(purpose, category))
      found.push({ path: [...path, 'categories', index], rule: 'category-outside-purpose', value: category });
  });
  if (purposeOf(relation) !== purpose)
    found.push({ path: [...path, 'relation'], rule: 'relation-outside-purpose', value: purposeOf(relation) });
  if (validTo !== undefined && validTo <= validFrom)
    found.push({ path: [...path, 'validTo'], rule: 'period-empty', value: validTo });
  return found;
}
