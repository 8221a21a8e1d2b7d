import { withoutCpr } from '@helhed/contracts';
import { rule } from '@helhed/web';
import { z } from 'zod';

/** What somebody said or wrote, with line breaks. */
export const prose = (most: number) =>
  withoutCpr(z.string().trim().min(1).max(most)).refine(
    (text) => !/[^\P{C}\n\r\t\p{Cf}]/u.test(text),
    rule('format', 'Kun skrifttegn.', 'Printable characters only.'),
  );

export const line = withoutCpr(z.string().trim().min(1).max(200)).refine(
  (text) => !/[^\P{C}\p{Cf}]/u.test(text),
  rule('format', 'Én linje med skrifttegn.', 'One line of printable characters.'),
);
