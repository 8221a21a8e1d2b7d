import type { AccessFacts, Look } from '@helhed/access';
import { foundEnrolment } from './enrolment-thing.js';

/**
 * Whether an enrolment of the family in the programme would be shown to whoever gives the command, of which there need be
 * none. @throws DomainError `consent-unavailable` (503) while nobody can say whether it may still be shown
 */
export async function isEnrolmentShown(look: Look, familyId: string, programme: string): Promise<boolean> {
  const query = look.query(foundEnrolment, ['enrolment']);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts
     FROM (SELECT ${query.value(familyId, 'uuid')} AS family_id, ${query.value(programme, 'text')} AS programme) e`,
  );
  return row !== undefined && look.isShown(query, row.facts, 'enrolment');
}
