import { ConversationRecorded } from '@helhed/contracts';
import { on, readModel } from './read-model.js';

/** A conversation that was held with a family, and how its goals stood then. */
export type Conversation = {
  readonly conversationId: string;
  readonly familyId: string;
  readonly programme: string;
  readonly kind: string;
  readonly heldOn: string;
  /** JSON: of each goal its id, its state, and how many of its actions were done. */
  readonly goals: string;
};

export const conversations = readModel<Conversation>({
  table: 'conversation',
  id: 'conversationId',
  columns: {
    conversationId: 'uuid',
    familyId: 'uuid',
    programme: 'text',
    kind: 'text',
    heldOn: 'date',
    goals: 'jsonb',
  },
  evolve: [
    // one that was told before goals were told with it has none here, until the snapshot tells it again
    on(ConversationRecorded, (_: Conversation | undefined, data) => {
      const { conversationId, familyId, programme, conversation: kind, on: heldOn, stands = [] } = data;
      const goals = stands.map(({ goalId, state, done }) => ({ goalId, state, done }));
      return { conversationId, familyId, programme, kind, heldOn, goals: JSON.stringify(goals) };
    }),
  ],
});
