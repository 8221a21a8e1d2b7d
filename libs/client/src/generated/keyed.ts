// Written by `npm run contracts:write` from docs/openapi; CI fails when it is stale. Not to be changed by hand.

/** Commands that happen once however often they are sent with one Idempotency-Key. */
export const keyed: ReadonlySet<string> = new Set([
  'POST /referral/v1/referrals',
  'POST /referral/v1/webhooks',
  'POST /family-plan/v1/child-views',
  'POST /family-plan/v1/clearances',
  'POST /family-plan/v1/conversations',
  'POST /family-plan/v1/custody',
  'POST /family-plan/v1/employee-relations',
  'POST /family-plan/v1/goals',
  'POST /family-plan/v1/goals/{id}:add-action',
  'POST /family-plan/v1/goals/{id}:add-option',
  'POST /family-plan/v1/persons/{id}/link-codes',
  'POST /family-plan/v1/registrations',
  'POST /family-plan/v1/relations',
  'POST /scheduling/v1/attendance',
  'POST /scheduling/v1/bookings',
  'POST /scheduling/v1/closures',
  'POST /scheduling/v1/feeds',
  'POST /scheduling/v1/groups',
  'POST /scheduling/v1/rooms',
  'POST /scheduling/v1/staff',
  'POST /consent/v1/bases',
  'POST /consent/v1/bases/{id}:renew',
  'POST /consent/v1/orientations',
  'POST /reporting/v1/releases',
]);
