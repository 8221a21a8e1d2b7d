import type { AccessFacts, Act, Actor, Looks } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Appointment } from '../calendar/appointment.js';
import { lockGroup } from '../groups/find-groups.js';
import { seatThing } from '../groups/group-things.js';
import type { Group } from '../groups/group.js';
import type { Conversation } from './conversation.js';
import type { ConversationReceipt } from './conversations.dto.js';

/** A conversation, its group, both locked as a session and its group are, and what the actor is told of its version. */
export interface ReachedConversation {
  readonly conversation: Conversation;
  readonly group: Group;
  /** @throws DomainError `stale`: by what the actor is shown; to whom it is withheld, nothing of it ever changes (A-LST-04) */
  requireVersion(version: number): void;
  receipt(): ConversationReceipt;
}

/** @throws DomainError `not-found` unless its family has a seat in the group and is reached; 403 of section 7 */
export async function reachConversation(
  tx: Tx,
  looks: Looks,
  act: Act,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<ReachedConversation> {
  const { manager, municipality } = tx;
  const where = { municipality, id, kind: 'conversation' as const };
  const conversation = (await manager.findOne(Appointment, {
    where,
    lock: { mode: 'pessimistic_write' },
  })) as Conversation | null;
  const group = conversation && (await lockGroup(tx, conversation.groupId));
  const look = await looks.within(tx, actor, act);
  const query = look.query(seatThing, ['group.seat']);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    tx,
    `SELECT ${query.facts} AS facts FROM appointment a
       JOIN seat s ON s.municipality = a.municipality AND s.group_id = a.group_id AND s.family_id = a.family_id
       JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id
     WHERE a.municipality = helhed.tenant() AND a.id = ${query.value(id, 'uuid')}`,
  );
  const isShown = look.one(query, row?.facts, what).shows('group.seat');
  if (!conversation || !group) throw notFound(what);
  const shown = () => (isShown ? conversation.version : 1);
  return {
    conversation,
    group,
    requireVersion: (version) => requireVersion({ version: shown() }, version),
    receipt: () => ({ id, version: shown() }),
  };
}

const what = { da: 'Samtalen', en: 'The conversation' };
