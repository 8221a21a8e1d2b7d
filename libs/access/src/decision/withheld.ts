import { z } from 'zod';

/** The wire schema of `Decision.withheld`: what an answer, or an item of a list, does not show, and why. */
export const withheld = z
  .array(
    z.strictObject({
      category: z.string().describe('Its fields are absent.'),
      reason: z.string().describe('A slug of docs/access.md, section 10.'),
      person: z
        .uuid()
        .optional()
        .describe('The member whose part it is; absent where who is in the family is withheld.'),
    }),
  )
  .describe('What is there and is not shown.');
