import type { ProgrammeDefinition } from '@helhed/contracts';
import { inForce } from './in-force.js';

/**
 * How long a prospective family is kept after its referral was declined or withdrawn.
 *
 * @param on ISO date of the decline or withdrawal
 * @returns days
 */
export function prospectiveFamilyDays({ retention }: ProgrammeDefinition, on: string): number {
  return inForce(retention.prospectiveFamily, on).days;
}
