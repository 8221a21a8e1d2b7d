import type { Act, Actor, Looks } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Appointment } from '../calendar/appointment.js';
import { reachSeat } from '../families/reach-seat.js';
import { refusedAsLook } from '../families/refused-as-look.js';
import { lockGroup } from '../groups/find-groups.js';
import type { Group } from '../groups/group.js';
import type { Conversation } from './conversation.js';
import type { ConversationReceipt } from './conversations.dto.js';

export interface ToConversation {
  readonly id: string;
  readonly version: number;
  /** Whether it is so already, and nothing happens */
  readonly isDone: (conversation: Conversation) => boolean;
  /** @param group its own */
  readonly settle: (conversation: Conversation, group: Group) => Promise<void>;
}

/**
 * What every command at a conversation does around its rule: it and its group are locked as a session and its group are.
 * @throws DomainError `not-found` unless its family has a seat in the group and is reached; else as `reachSeat`, before all
 * that is asked of it
 */
export async function onConversation(
  tx: Tx,
  looks: Looks,
  actor: Actor,
  act: Act,
  { id, version, isDone, settle }: ToConversation,
): Promise<ConversationReceipt> {
  const { manager, municipality } = tx;
  const where = { municipality, id, kind: 'conversation' as const };
  const found = await manager.findOne(Appointment, { where, lock: { mode: 'pessimistic_write' } });
  const conversation = found as Conversation | null;
  const group = conversation && (await lockGroup(tx, conversation.groupId));
  const look = await looks.within(tx, actor, act);
  const seat = group && (await reachSeat(look, conversation));
  if (!conversation || !group || !seat) throw notFound(what);
  const { familyId } = conversation;
  const work = async () => {
    if (isDone(conversation)) return;
    requireVersion(conversation, version);
    await settle(conversation, group);
    await manager.save(conversation);
    tx.log({ kind: 'command', act: act.act, subjects: [familyId] });
  };
  await refusedAsLook(tx, familyId, work, seat.note);
  return { id, version: conversation.version };
}

const what = { da: 'Samtalen', en: 'The conversation' };
