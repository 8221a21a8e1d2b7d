import type { AccessFacts, AccessQuery, Decision, Look } from '@helhed/access';
import { moved } from '@helhed/kernel';

const family = { da: 'Familien', en: 'The family' };

interface FamilyRow {
  /** Another than the one asked for, where that was merged into it */
  readonly id: string;
  readonly facts: AccessFacts;
}

/**
 * A look at the family that the address names.
 * @param columns SQL over `f` of what the answer shows besides: of the same moment as what the decision rests on
 * @throws DomainError `not-found` where it is not there, erased or out of reach: one and the same answer; `moved` (308) to
 * the family that it was merged into, where that one is reached; 403 for one's own, a relative's or a colleague's record
 */
export async function lookAtFamily<T extends object>(
  look: Look,
  query: AccessQuery,
  id: string,
  columns: readonly string[] = [],
): Promise<T & { readonly id: string; readonly decision: Decision }> {
  const row = await findFamilyRow<T>(look, query, id, columns);
  if (row && row.id !== id && query.decide(row.facts).relations.length > 0) throw moved(id, row.id, family);
  const decision = look.one(query, row?.facts, family);
  return { ...(row as T & FamilyRow), decision };
}

/** The family of this id, or the one that it was merged into. An erased one is not there: nobody has a relation to it. */
export async function findFamilyRow<T extends object>(
  { tx }: Look,
  query: AccessQuery,
  id: string,
  columns: readonly string[] = [],
): Promise<(T & FamilyRow) | undefined> {
  const [row] = await query.rows<T & FamilyRow>(
    tx,
    `SELECT ${['f.id', `${query.facts} AS facts`, ...columns].join(', ')}
     FROM family named JOIN family f ON f.municipality = named.municipality AND f.id = coalesce(named.merged_into, named.id)
     WHERE named.municipality = helhed.tenant() AND named.id = ${query.value(id, 'uuid')} AND f.state <> 'erased'`,
  );
  return row;
}
