import { holdsOn, type AccessFacts, type RelationRowFact } from './access-facts.js';
import type { Question } from './question.js';
import { isRow, triedBy, type Relation } from './relations.js';

/** A relation that holds, in the one programme that it belongs to (null: in none). */
export interface Held {
  readonly relation: Relation;
  readonly programme: string | null;
}

/** The relations that hold to the thing, in the order in which they are tried; none: it is not there (A-REL-02). */
export function heldRelations({ actor, today, relations }: Question, facts: AccessFacts): Held[] {
  const names = ({ kind, sub, unit, function: name }: RelationRowFact): boolean =>
    (kind === 'partner' ? sub === null : actor.kind === 'function-in-unit' || sub === actor.sub) &&
    unit === actor.unit &&
    name === actor.function;
  const programmesOf = (relation: Relation): readonly (string | null)[] =>
    isRow(relation)
      ? facts.relationRows
          .filter((row) => row.kind === relation && names(row) && holdsOn(row, today))
          .map(({ programme }) => programme)
      : facts.own
          .filter((own) => own.relation === relation)
          .flatMap(({ programmes }): readonly (string | null)[] => programmes ?? [null]);
  const reaches = (programme: string | null): boolean =>
    facts.programme === null || programme === null || programme === facts.programme;
  return triedBy(actor.function, relations).flatMap((relation) =>
    [...new Set(programmesOf(relation).filter(reaches))]
      .toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
      .map((programme) => ({ relation, programme })),
  );
}
