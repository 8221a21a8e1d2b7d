import { receiptExample } from './receive-referral.dto.js';
import type { OutcomeView, ReferralSummary, ReferralView } from './referrals.dto.js';

const placeId = '0198a1b2-0000-7000-8000-000000000003';
const groupId = '0198a1b2-0000-7000-8000-000000000004';
const parent = '0198a1b2-0000-7000-8000-000000000005';

export const summaryExample: ReferralSummary = {
  id: receiptExample.id,
  familyId: receiptExample.familyId,
  senderReference: receiptExample.senderReference,
  programme: 'nyborg-familiestue',
  programmeVersion: 1,
  referringUnit: 'db-solsikken',
  receivedOn: '2026-11-05',
  state: 'accepted',
  since: '2026-11-12',
  outcome: null,
  nextOwner: 'programme',
  version: 3,
  withheld: [],
};

export const referralExample: ReferralView = {
  ...summaryExample,
  reason: 'Mornings and bedtimes are hard for all four; the parents ask for help.',
  facts: { everydayConflicts: ['bedtime', 'meals'], wholeFamilyTakesPart: true, childrenCount: 1 },
  parentsPart: [{ parent, how: 'meeting', on: '2026-11-02', agreed: true }],
  members: [{ id: parent, role: 'parent', personId: '0198a1b2-0000-7000-8000-000000000006' }],
  triage: {
    suggestion: 'meets',
    occupancy: null,
    rules: [
      {
        rule: 'has-child',
        text: { da: 'Der er mindst ét barn i familien', en: 'There is at least one child in the family' },
        kind: 'required',
        outcome: 'met',
        facts: { childrenCount: 1 },
        reason: { da: 'Antal børn: 1 (mindst 1)', en: 'Number of children: 1 (at least 1)' },
      },
    ],
  },
  answerBy: '2026-11-19',
  kle: { number: '27.24.00', facet: 'G01' },
  place: { placeId, groupId, startsOn: '2027-01-11' },
  enrolment: null,
  history: [
    {
      number: 1,
      at: '2026-11-05T09:12:00.000Z',
      command: 'receive',
      state: 'received',
      nextOwner: 'triage',
      reasonCode: null,
      reason: null,
      unit: 'db-solsikken',
      function: 'referrer',
    },
  ],
};

const { version: _version, nextOwner: _nextOwner, ...withoutSteps } = summaryExample;
export const outcomeExample: OutcomeView = { ...withoutSteps, place: { groupId, startsOn: '2027-01-11' } };
