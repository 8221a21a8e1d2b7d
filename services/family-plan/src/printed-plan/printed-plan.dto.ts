import { id } from '@helhed/contracts';
import { paperLang } from '@helhed/web';
import { z } from 'zod';

export const PrintQuery = z.strictObject({
  recipient: id.toLowerCase().describe('Whom of the family it is for.'),
  lang: paperLang,
});
export type PrintQuery = z.infer<typeof PrintQuery>;
