import { z } from 'zod';
import { code } from '../fields.js';
import { definitionShape } from './definition-shape.js';
import { endingReason } from './reasons.js';
import { text } from './texts.js';

/** Until the reasons were one list, a letter's words stood with the answer. */
const reasons = z.array(z.strictObject({ code, text })).min(1).max(100).optional();

/**
 * What is published already, also by an earlier release: a referral keeps to the version that it came in under. Its reasons
 * may be missing, stand in two lists, and say neither for which steps they are nor what they count as.
 */
export const publishedShape = definitionShape.extend({
  answer: z
    .discriminatedUnion('form', [
      z.strictObject({ form: z.literal('letter'), reasons }),
      z.strictObject({ form: z.literal('decision'), complaint: text, reasons }),
    ])
    .optional(),
  reasons: z
    .array(endingReason.partial({ steps: true }))
    .min(1)
    .max(100)
    .optional(),
});
