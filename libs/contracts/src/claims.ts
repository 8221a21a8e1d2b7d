import type { Context } from './event-contract.js';

/**
 * The claim check: after an event, who may ask the owner for what. The owner's route serves these fields and no others;
 * `fields` are paths in the answer.
 */
export interface Claim {
  readonly event: string;
  readonly owner: Context;
  readonly consumer: Context;
  readonly route: string;
  readonly fields: readonly string[];
}

export const claims: readonly Claim[] = [
  {
    event: 'dk.helhed.referral.received.v1',
    owner: 'referral',
    consumer: 'family-plan',
    route: '/referral/v1/intakes/{referralId}',
    fields: ['referralId', 'familyId', 'version', 'households', 'members'],
  },
];
