import type { AccessFacts, Decision, Look } from '@helhed/access';
import { notFound, type Text } from '@helhed/kernel';
import { familyThing, staffThing } from '../groups/group-things.js';
import { resourceUnknown } from '../groups/resource-unknown.js';

type Kind = 'family' | 'staff';
const names = {
  family: { da: 'Familien', en: 'The family' },
  staff: { da: 'Medarbejderen', en: 'The member of staff' },
} as const;

/**
 * @param what the address names; the same answer whether it is not there or out of reach
 * @throws DomainError `not-found` where the family or the member of staff is not reached; 403 of section 7
 */
export async function requireSubject(look: Look, kind: Kind, id: string, what: Text): Promise<void> {
  if (!(await reach(look, kind, id))) throw notFound(what);
}

/** The same of whom the body names. @throws DomainError `resource-unknown` (422) instead */
export async function requireSubjectNamed(look: Look, kind: Kind, id: string): Promise<void> {
  if (!(await reach(look, kind, id))) throw resourceUnknown(kind, names[kind]);
}

async function reach(look: Look, kind: Kind, id: string): Promise<Decision | undefined> {
  const query = look.query(kind === 'family' ? familyThing : staffThing, []);
  const from = {
    family: `(SELECT ${query.value(id, 'uuid')}) f (id)`,
    staff: `staff st WHERE st.municipality = helhed.tenant() AND st.id = ${query.value(id, 'uuid')}`,
  };
  const [row] = await query.rows<{ facts: AccessFacts }>(look.tx, `SELECT ${query.facts} AS facts FROM ${from[kind]}`);
  const decision = look.ifReached(query, row?.facts);
  if (decision && kind === 'staff') look.log([id]);
  return decision;
}
