import {
  ConversationCancelled,
  ConversationHeld,
  ConversationMoved,
  ConversationPlaced,
  tell,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { localDate } from '@helhed/kernel';
import { Appointment } from '../calendar/appointment.js';
import type { Group } from '../groups/group.js';
import type { Seat } from '../groups/seat.js';
import type { Conversation } from './conversation.js';

/** What every event of a conversation says. */
export const about = (
  { programme }: Pick<Group, 'programme'>,
  { id, groupId, familyId, conversation }: Conversation,
) => ({
  appointmentId: id,
  groupId,
  familyId,
  programme,
  conversation,
});

export const timeOf = ({ startsAt, endsAt }: Conversation) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

export const placed = (group: Pick<Group, 'programme'>, conversation: Conversation) => ({
  ...about(group, conversation),
  ...timeOf(conversation),
  ...(conversation.replacesId === null ? {} : { replacesId: conversation.replacesId }),
});

/** What a family was told of its conversations: where they are, what was moved or called off, what was held. */
export async function tellConversations(tx: Tx, group: Group, { familyId, bookedAt }: Seat): Promise<Told[]> {
  const { manager, municipality } = tx;
  const of = { municipality, groupId: group.id, familyId };
  const found = (await manager.find(Appointment, {
    where: of,
    order: { startsAt: 'ASC', id: 'ASC' },
  })) as Conversation[];
  // those from before it left and came back were called off when it left
  const own = found.filter(({ cancelledAt }) => bookedAt !== null && (cancelledAt === null || cancelledAt > bookedAt));
  return own.flatMap((each) => {
    const { movedOn, cancelledAt, heldOn } = each;
    return [
      tell(ConversationPlaced, placed(group, each)),
      ...(movedOn ? [tell(ConversationMoved, { ...about(group, each), ...timeOf(each), movedOn })] : []),
      ...(cancelledAt
        ? [tell(ConversationCancelled, { ...about(group, each), cancelledOn: localDate(cancelledAt) })]
        : []),
      ...(heldOn ? [tell(ConversationHeld, { ...about(group, each), heldOn })] : []),
    ];
  });
}
