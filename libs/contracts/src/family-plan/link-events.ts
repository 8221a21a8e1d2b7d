import { defineEvent } from '../event-contract.js';
import { date, id, sub } from '../fields.js';

export const CitizenLinked = defineEvent({
  context: 'family-plan',
  name: 'citizen-linked',
  version: 1,
  orderKey: 'personId',
  description: {
    da: 'En borgers konto er knyttet til personen. Kontoen er i kommunens egen realm.',
    en: 'A citizen’s account was linked to the person. The account is in the municipality’s own realm.',
  },
  data: { linkId: id, personId: id, sub, linkedOn: date },
});

export const CitizenUnlinked = defineEvent({
  context: 'family-plan',
  name: 'citizen-unlinked',
  version: 1,
  orderKey: 'personId',
  description: {
    da: 'Kontoen er ikke længere knyttet til personen.',
    en: 'The account is linked to the person no more.',
  },
  data: { linkId: id, personId: id, sub, endedOn: date },
});
