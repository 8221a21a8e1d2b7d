import { defineEvent } from '../event-contract.js';
import { code, date, id, instant } from '../fields.js';

const of = {
  appointmentId: id,
  groupId: id,
  familyId: id,
  programme: code,
  conversation: code.describe('Which of the programme’s conversations. / Hvilken af indsatsens samtaler.'),
};
const time = { startsAt: instant, endsAt: instant };

export const ConversationPlaced = defineEvent({
  context: 'scheduling',
  name: 'conversation-placed',
  version: 1,
  description: {
    da: 'En samtale med en familie er lagt i kalenderen: med gruppens forløb, da familien kom til, eller for sig.',
    en: 'A conversation with a family is in the calendar: with the group’s course, when the family came later, or by itself.',
  },
  data: {
    ...of,
    ...time,
    replacesId: id
      .optional()
      .describe('The one that is cancelled, and in whose place it is. / Den aflyste, som den er sat i stedet for.'),
  },
});

export const ConversationMoved = defineEvent({
  context: 'scheduling',
  name: 'conversation-moved',
  version: 1,
  description: {
    da: 'En samtale med en familie er flyttet til en anden tid eller et andet lokale.',
    en: 'A conversation with a family was moved to another time or room.',
  },
  data: { ...of, ...time, movedOn: date },
});

export const ConversationCancelled = defineEvent({
  context: 'scheduling',
  name: 'conversation-cancelled',
  version: 1,
  description: {
    da: 'En samtale med en familie er aflyst, eller familien har forladt gruppen.',
    en: 'A conversation with a family was cancelled, or the family left the group.',
  },
  data: { ...of, cancelledOn: date },
});

export const ConversationHeld = defineEvent({
  context: 'scheduling',
  name: 'conversation-held',
  version: 1,
  description: {
    da: 'Den aftalte samtale med en familie er holdt; hvad der kom ud af den, fortæller family-plan.',
    en: 'The conversation that was placed with a family was held; what came of it is told by family-plan.',
  },
  data: { ...of, heldOn: date },
});
