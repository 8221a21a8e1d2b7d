import { z } from 'zod';
import { text } from './texts.js';

/** The answer to a referral (*svarbrev*), unless the programme says that it is a decision (*afgørelse*), which says how to complain. */
export const answer = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('letter') }),
  z.strictObject({ form: z.literal('decision'), complaint: text }),
]);
