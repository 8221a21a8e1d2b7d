import type { AccessFacts, Look } from '@helhed/access';
import { DomainError } from '@helhed/kernel';
import { foundConversation } from './conversation-thing.js';
import type { Conversation } from './conversation.js';

/**
 * How many times it is recorded already, by the family's lock. Whoever is not shown those before is told nothing of them: what
 * it records is kept beside them.
 * @throws DomainError `conversation-known` (409) where one of them is shown to the actor: that is a look
 */
export async function countOfDay(
  look: Look,
  { familyId, programme, code, heldOn }: Pick<Conversation, 'familyId' | 'programme' | 'code' | 'heldOn'>,
): Promise<number> {
  const { tx } = look;
  const query = look.query(foundConversation, ['plan']);
  const recorded = await query.rows<{ facts: AccessFacts }>(
    tx,
    `SELECT ${query.facts} AS facts FROM conversation con
     WHERE con.municipality = helhed.tenant() AND con.family_id = ${query.value(familyId, 'uuid')}
       AND con.programme = ${query.value(programme, 'text')} AND con.code = ${query.value(code, 'text')}
       AND con.held_on = ${query.value(heldOn, 'date')} ORDER BY con.of_day`,
  );
  if (recorded.some(({ facts }) => look.ifReached(query, facts)?.shows('plan'))) {
    tx.keepLooks();
    throw conversationKnown();
  }
  return recorded.length;
}

const conversationKnown = (): DomainError =>
  new DomainError('conflict', 'conversation-known', {
    da: 'Den samtale er noteret allerede for den dag.',
    en: 'That conversation is recorded already for that day.',
  });
