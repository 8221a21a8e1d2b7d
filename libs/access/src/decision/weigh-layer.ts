import type { AccessFacts, BasisFact, SectionFact } from './access-facts.js';
import type { Held } from './held-relations.js';
import type { Question } from './question.js';
import { firstOf, type BasisReason } from './reasons.js';
import { traitsOf } from './relations.js';
import { categoryOf } from './sections.js';
import { standingId, standingProgrammes } from './standing-bases.js';
import { faultsOf, isRevocable, lists } from './weigh-basis.js';

export type Layer = 'processing' | 'disclosure';

/** The bases of one layer that cover every person concerned, or why one person has none. */
export type Weighed =
  | { readonly bases: readonly string[]; readonly revocable: boolean }
  | { readonly reason: BasisReason };

/** A-SEC-02 and 03 under one relation, and A-SEC-04: every person or nobody. Of several bases, one that stays is used. */
export function weighLayer(
  question: Question,
  facts: AccessFacts,
  section: SectionFact,
  held: Held,
  layer: Layer,
): Weighed {
  const { relation, programme } = held;
  const { purpose } = traitsOf(relation);
  if (purpose === undefined || programme === null) return { reason: 'no-basis' };
  if (standingProgrammes(question, relation, section.name, layer).includes(programme))
    return { bases: [standingId(programme, purpose, layer)], revocable: false };

  const category: string = categoryOf(section.name);
  const matching = facts.bases.filter(
    (basis) =>
      basis.layer === layer &&
      basis.purpose === purpose &&
      basis.programme === programme &&
      basis.categories.includes(category) &&
      basis.toUnit === question.actor.unit &&
      (layer === 'processing' || isOf(section, basis.fromUnit)),
  );
  const used = concerned(facts, section).map((person) => coverOf(matching, person, question.today));
  const lacking = used.filter((cover) => Array.isArray(cover));
  if (lacking.length > 0) return { reason: firstOf(lacking.flat()) };
  const bases = used.filter((cover): cover is BasisFact => !Array.isArray(cover));
  return { bases: [...new Set(bases.map(({ id }) => id))], revocable: bases.some(isRevocable) };
}

/** Whether the unit may pass it on: as one whose own it is, or that keeps it since. */
const isOf = ({ owners, keepers = [] }: SectionFact, unit: string): boolean =>
  owners === 'every' || owners.includes(unit) || keepers.includes(unit);

/** A family's section that names nobody is about somebody not yet known, whom a standing basis alone covers. */
const concerned = ({ familyId }: AccessFacts, { persons }: SectionFact): readonly (string | null)[] =>
  persons.length === 0 && familyId !== null ? [null] : persons;

/** A basis that covers the person, else what is wrong with those that might have. */
function coverOf(matching: readonly BasisFact[], person: string | null, today: string): BasisFact | BasisReason[] {
  const candidates = person === null ? [] : matching.filter((basis) => lists(basis, person));
  const weighed = candidates.map((basis) => ({ basis, faults: faultsOf(basis, person ?? '', today) }));
  const [best] = weighed
    .filter(({ faults }) => faults.length === 0)
    .map(({ basis }) => basis)
    .toSorted((a, b) => Number(isRevocable(a)) - Number(isRevocable(b)) || (a.id < b.id ? -1 : 1));
  return best ?? ['no-basis', ...weighed.flatMap(({ faults }) => faults)];
}
