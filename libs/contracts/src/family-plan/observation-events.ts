import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id } from '../fields.js';

/** Offered to a parent, accepted or declined, noted, and deleted at its date. */
export const observationState = z.enum(['offered', 'accepted', 'declined', 'noted', 'deleted']);

export const ObservationMoved = defineEvent({
  context: 'family-plan',
  name: 'observation-moved',
  version: 1,
  description: {
    da: 'En observation af samspillet (MIM) er tilbudt, taget imod, afslået, noteret eller slettet på sin dag.',
    en: 'An observation of the interaction (MIM) was offered, accepted, declined, noted, or deleted at its date.',
  },
  data: { observationId: id, familyId: id, programme: code, state: observationState, on: date, deleteOn: date },
});
