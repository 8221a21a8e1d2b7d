import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id } from '../fields.js';

export const PrivacyNoticeRecorded = defineEvent({
  context: 'family-plan',
  name: 'privacy-notice-recorded',
  version: 1,
  description: {
    da: 'Det er noteret, at en person er oplyst om, hvad der står om den, eller at den ikke er.',
    en: 'It was noted that a person was informed of what is held on it, or that it was not.',
  },
  data: {
    noticeId: id,
    familyId: id,
    personId: id,
    programme: code,
    outcome: z.enum(['given', 'not-given']),
    on: date.describe('When it was given, or noted that it was not.'),
  },
});
