import type { Tx } from '@helhed/database';
import type { ReceiveReferral } from './receive-referral.dto.js';

/** The same for the same submission, whatever the order of its fields; keyed, since it is made from personal data. */
export const contentHmac = ({ personalData, municipality }: Tx, submission: ReceiveReferral): Buffer =>
  personalData.blindIndex(municipality, 'referral.content', JSON.stringify(submission, inOrder));

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
