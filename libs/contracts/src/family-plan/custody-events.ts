import { defineEvent } from '../event-contract.js';
import { date, id } from '../fields.js';

/** Half-open: `to` is the first day that it no longer holds. */
const custody = {
  custodyId: id,
  familyId: id,
  childId: id,
  holderId: id,
  from: date.nullable().describe('Null: since before it was told here. / Siden før det blev fortalt her.'),
};

export const CustodyRecorded = defineEvent({
  context: 'family-plan',
  name: 'custody-recorded',
  version: 1,
  description: {
    da: 'Hvem der har forældremyndighed over et barn, og hvornår, er registreret. Når barnet snart bliver myndigt, fortælles det igen med den dag som slut.',
    en: 'Who holds custody of a child, and when, was recorded. It is told again, with that end, when the child’s majority is near.',
  },
  data: {
    ...custody,
    to: date
      .nullable()
      .describe('Null: it is not ended, nor soon to end. / Den er ikke afsluttet og slutter ikke snart.'),
  },
});

export const CustodyEnded = defineEvent({
  context: 'family-plan',
  name: 'custody-ended',
  version: 1,
  description: {
    da: 'Forældremyndigheden ophører; er dagen ikke senere end den første, gjaldt den aldrig.',
    en: 'The custody ends; where the day is not after the first, it never held.',
  },
  data: { ...custody, to: date },
});
