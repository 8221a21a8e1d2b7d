import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id } from '../fields.js';
import { goalState } from './goal-events.js';

const count = z.int().min(0);

export const ConversationRecorded = defineEvent({
  context: 'family-plan',
  name: 'conversation-recorded',
  version: 1,
  description: {
    da: 'En samtale med familien er holdt, med målene, som de stod.',
    en: 'A conversation with the family was held, with the goals as they stood.',
  },
  data: {
    conversationId: id,
    familyId: id,
    programme: code,
    conversation: code.describe('Which of the programme’s conversations.'),
    on: date,
    participants: count,
    missing: count.describe('Who was to take part and did not, with a reason.'),
    goals: count,
    stands: z
      .array(z.strictObject({ goalId: id, state: goalState, actions: count, done: count }))
      .optional()
      .describe('How each goal stood: its state, how many actions it had, and how many of these were done.'),
  },
});
