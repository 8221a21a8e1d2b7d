import { id } from '@helhed/contracts';
import { z } from 'zod';

export const PrintQuery = z.strictObject({
  recipient: id.toLowerCase().describe('Whom of the family it is for.'),
  lang: z.enum(['da', 'en']).optional().describe('Left out, the first of the two in `Accept-Language`, or Danish.'),
});
export type PrintQuery = z.infer<typeof PrintQuery>;
