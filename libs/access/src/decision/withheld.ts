import { z } from 'zod';

/** What of a thing, or of a list's item, is not shown: the wire schema of `Decision.withheld`. */
export const withheldParts = z
  .array(
    z.strictObject({
      category: z.string().describe('Which kind of data; its fields are absent.'),
      reason: z.string().describe('Why, as a slug: docs/access.md, section 10.'),
      person: z.string().optional().describe('Whose it is, where it is one member’s.'),
    }),
  )
  .describe('What is not shown, and why; none where everything is.');
