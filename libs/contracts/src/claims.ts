import type { Context } from './event-contract.js';

/**
 * The claim check: after an event, who may ask the owner for what. The owner's route serves these fields and no others;
 * `fields` are paths in the answer. An event that names a `version` is about that one, and the consumer asks for it.
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
  {
    event: 'dk.helhed.family-plan.persons-matched.v1',
    owner: 'family-plan',
    consumer: 'consent',
    route: '/family-plan/v1/families/{familyId}/birth-dates',
    fields: ['familyId', 'members'],
  },
  {
    // the consumer adds the group's first day and the version of its definition
    event: 'dk.helhed.family-plan.enrolled.v1',
    owner: 'family-plan',
    consumer: 'scheduling',
    route: '/family-plan/v1/enrolments/{enrolmentId}/heads?on={on}&programmeVersion={programmeVersion}',
    fields: ['enrolmentId', 'on', 'bands', 'unknown'],
  },
  {
    // the consumer adds the version of the definition whose bands it counts by
    event: 'dk.helhed.family-plan.enrolled.v1',
    owner: 'family-plan',
    consumer: 'reporting',
    route: '/family-plan/v1/enrolments/{enrolmentId}/heads?on={enrolledOn}&programmeVersion={programmeVersion}',
    fields: ['enrolmentId', 'on', 'bands', 'unknown'],
  },
  {
    event: 'dk.helhed.scheduling.attendance-recorded.v1',
    owner: 'scheduling',
    consumer: 'reporting',
    route: '/scheduling/v1/sessions/{sessionId}/absences',
    fields: ['sessionId', 'reasons'],
  },
];
