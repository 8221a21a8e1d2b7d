import type { Figures } from '../figure.js';
import { byConversation } from '../parts.js';
import { scope, within } from '../selection.js';

export const conversations: Figures<'conversations-held'> = {
  'conversations-held': {
    version: 1,
    name: { da: 'Samtaler holdt', en: 'Conversations held' },
    definition: {
      da: 'Samtaler holdt med familier i perioden, også delt op efter slags.',
      en: 'Conversations held with families in the period, also by kind.',
    },
    unit: 'conversations',
    denominator: null,
    rows: {
      from: 'conversation',
      where: `${scope} AND ${within('held_on')}`,
      id: 'conversation_id',
      family: 'family_id',
      on: 'held_on',
      part: 'kind',
    },
    parts: byConversation,
  },
};
