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

/**
 * How long an observation of the interaction is kept after it was offered, and, once it was held, after that.
 *
 * @param on ISO date of the offer, or of the observation
 * @returns days; undefined of a programme that offers none
 */
export function observationDays({ retention }: ProgrammeDefinition, on: string): number | undefined {
  return retention.observation && inForce(retention.observation, on).days;
}

/**
 * How long a video is kept after it was filmed.
 *
 * @param on ISO date of the video
 * @returns days; undefined of a programme that keeps none
 */
export function videoDays({ retention }: ProgrammeDefinition, on: string): number | undefined {
  return retention.video && inForce(retention.video, on).days;
}
