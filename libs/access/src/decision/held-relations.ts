import { holdsOn, type AccessFacts, type RelationRowFact } from './access-facts.js';
import type { Question } from './question.js';
import { besidesOf, isRow, kindOf, traitsOf, triedBy, type Relation, type RowRelation } from './relations.js';

/** A relation that holds, in the one programme that it belongs to (null: in none). */
export interface Held {
  readonly relation: Relation;
  readonly programme: string | null;
}

/** The relations that hold to the thing, in the order in which they are tried; none: it is not there (A-REL-02). */
export function heldRelations({ actor, today, relations }: Question, facts: AccessFacts): Held[] {
  const rowsOf = (relation: RowRelation): RelationRowFact[] =>
    facts.relationRows.filter(
      (row) => row.kind === kindOf(relation) && names(actor, row) && holdsOn(row, today) && isInPhase(relation, row),
    );
  const reachesOwn = !facts.atInstitution || rowsOf('institution').length > 0;
  const programmesOf = (relation: Relation): readonly (string | null)[] =>
    isRow(relation)
      ? rowsOf(relation)
          .filter(() => reachesOwn || !traitsOf(relation).ofOwnChildren)
          .map(({ programme }) => programme)
      : facts.own
          .filter((own) => own.relation === relation)
          .flatMap(({ programmes }): readonly (string | null)[] => programmes ?? [null]);
  const reaches = (programme: string | null): boolean =>
    facts.programme === null || programme === null || programme === facts.programme;
  const lasts = (relation: Relation, programme: string | null): boolean => {
    const besides = besidesOf(relation);
    return !besides || triedBy(actor.function, besides).some((each) => programmesOf(each).includes(programme));
  };
  return triedBy(actor.function, relations).flatMap((relation) =>
    [...new Set(programmesOf(relation).filter((each) => reaches(each) && lasts(relation, each)))]
      .toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
      .map((programme) => ({ relation, programme })),
  );
}

/** A-REL-07: during the course it is one relation, and after it another. */
function isInPhase(relation: RowRelation, { followedUp = false }: RelationRowFact): boolean {
  const { followUp } = traitsOf(relation);
  return followUp === undefined || (followUp === 'since') === followedUp;
}

/** Whether the row names the actor, or the function or unit that the actor is in. */
function names(actor: Question['actor'], { kind, sub, unit, function: name }: RelationRowFact): boolean {
  if (unit !== actor.unit) return false;
  const { row: named } = traitsOf(kind);
  if (named === 'unit') return true;
  if (name !== actor.function) return false;
  return named === 'function-in-unit' || actor.kind === 'function-in-unit' || sub === actor.sub;
}
