import { z } from 'zod';
import { code } from '../fields.js';
import { text } from './texts.js';

/** What a code that triage answers or closes with reads as, in a letter. */
const reasons = z.array(z.strictObject({ code, text })).min(1).max(100).optional();

/** The answer to a referral (*svarbrev*), unless the programme says that it is a decision (*afgørelse*), which says how to complain. */
export const answer = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('letter'), reasons }),
  z.strictObject({ form: z.literal('decision'), complaint: text, reasons }),
]);
