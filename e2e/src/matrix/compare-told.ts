import type { Expected } from './oracle/request.js';
import { toldInWords } from './oracle/told.js';

/** What a list of custody says that referrals told. */
export function toldDiffers(body: Readonly<Record<string, unknown>>, { told: wanted }: Expected): string | undefined {
  if (wanted === undefined) return undefined;
  const told = (body['told'] ?? []) as readonly { readonly childId: string; readonly holderId: string }[];
  const found = told.map(({ childId, holderId }) => `family.told-custody:${toldInWords(childId, holderId)}`);
  const [a, b] = [found.toSorted().join('; '), wanted.toSorted().join('; ')];
  return a === b ? undefined : `tells ${a || 'nothing'} for ${b || 'nothing'}`;
}
