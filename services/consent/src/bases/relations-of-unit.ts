import { heldRelations, type AccessFacts, type Look, type Relation } from '@helhed/access';
import type { Basis } from './basis.js';
import { familyThing } from './things.js';

/** Which of the relations anybody in the unit that a basis is for has to its family today, in its programme. */
export async function relationsOfUnit(
  look: Look,
  { familyId, programme, toUnit: unit }: Pick<Basis, 'familyId' | 'programme' | 'toUnit'>,
  asked: readonly Relation[],
): Promise<Set<Relation>> {
  const relations = [...new Set(asked)];
  const found = new Set<Relation>();
  if (relations.length === 0) return found;
  const functions = await look.tx.query<{ name: string }>(inUnit, [unit]);
  for (const { name } of functions) {
    const subject = { kind: 'function-in-unit', sub: '', unit, function: name } as const;
    const query = look.ask({ relations, sections: [] }, subject, familyThing);
    const [row] = (await query.rows<{ facts: AccessFacts }>(
      look.tx,
      `SELECT ${query.facts} AS facts FROM (SELECT ${query.value(familyId, 'uuid')}) f (id)`,
    )) as [{ facts: AccessFacts }];
    for (const held of heldRelations(query.question, row.facts))
      if (held.programme === null || held.programme === programme) found.add(held.relation);
  }
  return found;
}

/** In a retired unit nobody acts any more. */
const inUnit = `
  SELECT h.function AS name FROM unit_function h WHERE h.municipality = helhed.tenant() AND h.unit = $1
    AND NOT EXISTS (SELECT FROM helhed.unit_replica u WHERE u.code = h.unit AND u.retired)`;
