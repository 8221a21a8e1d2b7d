import { reasonTexts } from '@helhed/access';
import type { Text } from '@helhed/kernel';

/** Why an act would be let through or not: docs/access.md, section 10. */
export const reasons = {
  ...reasonTexts,
  'not-found': { da: 'Findes ikke eller er uden for rækkevidde.', en: 'Does not exist or is out of reach.' },
  'not-allowed': { da: 'Det må funktionen ikke.', en: 'The function may not do this.' },
} as const satisfies Record<string, Text>;

export type Reason = keyof typeof reasons;
