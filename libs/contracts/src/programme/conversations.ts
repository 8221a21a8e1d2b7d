import { z } from 'zod';
import { code } from '../fields.js';
import { slot } from './group.js';
import { text } from './texts.js';

/** How many of the parents a meeting with the family needs, or a professional's referral. */
export const parentsParts = ['every-parent', 'one-parent', 'none'] as const;

/** A conversation with each family in its course (*samtale*): at the start, midway, at the end, and who must attend: as A-FAM-31 counts them. */
const conversation = z.strictObject({
  code,
  text,
  required: z.strictObject({ parents: z.enum(parentsParts), functions: z.array(code).max(20) }),
  /** Placed with the course, for each family: after that session and before the next. Without it, nobody places it. */
  when: z.strictObject({ afterSession: z.int().min(1).max(60), ...slot }).optional(),
});
export const conversations = z.array(conversation).min(1).max(20);
export type ConversationKind = z.infer<typeof conversation>;
