import { paperLang } from '@helhed/web';
import { z } from 'zod';

export const LetterQuery = z.strictObject({ lang: paperLang });
export type LetterQuery = z.infer<typeof LetterQuery>;
