import type { AccessFacts, Look } from '@helhed/access';
import { foundRegistration } from './registration-thing.js';

/**
 * Whether a registration of a family that is reached already would be shown (A-CMD-03).
 * @throws DomainError `consent-unavailable` (503) while nobody can say whether it would
 */
export async function isRegistrationShown(look: Look, id: string): Promise<boolean> {
  const query = look.query(foundRegistration, ['registration-form']);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM registration reg
     WHERE reg.municipality = helhed.tenant() AND reg.id = ${query.value(id, 'uuid')}`,
  );
  return row !== undefined && look.isShown(query, row.facts, 'registration-form');
}
