import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id } from '../fields.js';

/** Offered to the parents, agreed to by them (or said by the family), or left by them. */
export const goalState = z.enum(['offered', 'agreed', 'left']);

export const GoalMoved = defineEvent({
  context: 'family-plan',
  name: 'goal-moved',
  version: 1,
  description: {
    da: 'Et mål er tilbudt forældrene, aftalt af familien, eller familien lod det ligge.',
    en: 'A goal was offered to the parents, agreed to by the family, or left by it.',
  },
  data: { goalId: id, familyId: id, programme: code, state: goalState, on: date },
});
