import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, memberRole } from '../fields.js';

const member = { personId: id, role: memberRole, households: z.array(id).min(1) };

export const PersonsMatched = defineEvent({
  context: 'family-plan',
  name: 'persons-matched',
  version: 1,
  description: {
    da: 'Personerne i en indstilling er fundet eller oprettet.',
    en: 'The persons of a referral were found or created.',
  },
  data: {
    referralId: id,
    familyId: id,
    members: z.array(z.strictObject({ intakePersonId: id, ...member })).min(1),
  },
});

export const FamilyEnrolled = defineEvent({
  context: 'family-plan',
  name: 'enrolled',
  version: 1,
  description: { da: 'En familie er indskrevet.', en: 'A family was enrolled.' },
  data: {
    enrolmentId: id,
    familyId: id,
    referralId: id,
    programme: code,
    placeId: id,
    groupId: id,
    enrolledOn: date,
    members: z.array(z.strictObject(member)).min(1),
  },
});

export const FamilyErased = defineEvent({
  context: 'family-plan',
  name: 'family-erased',
  version: 1,
  description: {
    da: 'Det, der var noteret om en familie, er slettet; kun dens id er tilbage.',
    en: 'What was held on a family was erased; only its id is left.',
  },
  data: { familyId: id },
});
