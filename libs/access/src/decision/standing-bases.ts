import type { Question, StandingBasis } from './question.js';
import type { Relation } from './relations.js';
import { traitsOf } from './relations.js';
import { categoryOf, type SectionName } from './sections.js';

type Layer = 'processing' | 'disclosure';

/** The programmes in which a standing basis lets this relation show the section, as far as this layer goes. */
export function standingProgrammes(
  { standing, today }: Pick<Question, 'standing' | 'today'>,
  relation: Relation,
  section: SectionName,
  layer: Layer,
): string[] {
  const { purpose } = traitsOf(relation);
  const inForce = (basis: StandingBasis) =>
    basis.validFrom <= today && (basis.validTo === undefined || today < basis.validTo);
  const fitting = standing.filter(
    (basis) =>
      basis.relation === relation &&
      basis.purpose === purpose &&
      basis.layer === layer &&
      basis.categories.includes(categoryOf(section)) &&
      inForce(basis),
  );
  return [...new Set(fitting.map(({ programme }) => programme))].toSorted();
}

/** As the log and AuthZEN's `context.bases` name it (A-AZN-08). */
export const standingId = (programme: string, purpose: string, layer: Layer): string =>
  `standing:${programme}:${purpose}:${layer}`;
