import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId, zone } from '@helhed/kernel';
import { Appointment } from '../calendar/appointment.js';
import type { Booking } from '../calendar/book.js';
import type { Need } from '../courses/clashes.js';
import type { Group } from '../groups/group.js';
import type { ConversationTemplate, PlannedConversation } from './lay-out.js';

/** An appointment with one family of a group, and of no course: told to that family alone. */
export type Conversation = Appointment & {
  readonly kind: 'conversation';
  readonly groupId: string;
  readonly familyId: string;
  readonly conversation: string;
};

/** Those of the definition's conversations that are placed with a course. */
export const placedOf = ({ conversations = [] }: ProgrammeDefinition): ConversationTemplate[] =>
  conversations.flatMap(({ code, when }) => (when ? [{ code, when }] : []));

/** @param replacesId the one that is off, and in whose place it is */
export function toConversation(
  { manager, municipality, now }: Tx,
  { id: groupId, unit, roomId }: Pick<Group, 'id' | 'unit' | 'roomId'>,
  planned: PlannedConversation,
  replacesId: string | null = null,
): Conversation {
  const of = { kind: 'conversation', groupId, courseId: null, number: null, replacesId } as const;
  const fresh = { heldOn: null, heldRecordedAt: null, cancelledAt: null, movedOn: null, changedAt: now, version: 1 };
  return manager.create(Appointment, {
    municipality,
    id: newId(),
    unit,
    roomId,
    zone,
    ...of,
    ...planned,
    ...fresh,
  }) as Conversation;
}

/** A booking for everything that a conversation takes up. */
export const bookingsFor = ({ id: appointmentId, startsAt, endsAt }: Conversation, needs: readonly Need[]): Booking[] =>
  needs.map(({ kind, id }) => ({ appointmentId, kind, id, startsAt, endsAt }));
