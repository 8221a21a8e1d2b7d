import { code, type EndingStep } from '@helhed/contracts';
import { z } from 'zod';
import { prose } from '../intake/intake.dto.js';

const listed = (step: EndingStep): string =>
  `A code that \`reasons\` of the programme’s definition lists for the step \`${step}\`, in the version that the referral came in under; else 422 \`reason-not-listed\`.`;

export const Accept = z.strictObject({ reason: prose.describe('Why, in the words of the one who triages.') }).meta({
  id: 'AcceptReferral',
  examples: [{ reason: 'The target group fits, and both parents want it.' }],
});
export type Accept = z.output<typeof Accept>;

export const Decline = z
  .strictObject({
    reasonCode: code.describe(listed('decline')),
    reason: prose,
  })
  .meta({
    id: 'DeclineReferral',
    examples: [{ reasonCode: 'outside-target-group', reason: 'The difficulties are at school; PPR helps there.' }],
  });
export type Decline = z.output<typeof Decline>;

export const Hold = z
  .strictObject({
    reason: prose,
    awaiting: z.enum(['triage', 'sender', 'family']).default('triage').describe('Who has the next step.'),
  })
  .meta({ id: 'HoldReferral', examples: [{ reason: 'The family moves on 1 December.', awaiting: 'family' }] });
export type Hold = z.output<typeof Hold>;

export const Withdraw = z.strictObject({ reasonCode: code.describe(listed('withdraw')) }).meta({
  id: 'WithdrawReferral',
  examples: [{ reasonCode: 'family-withdrew' }],
});
export type Withdraw = z.output<typeof Withdraw>;

export const Close = z
  .strictObject({ outcome: code.describe(`What came of it. ${listed('close')}`) })
  .meta({ id: 'CloseReferral', examples: [{ outcome: 'completed' }] });
export type Close = z.output<typeof Close>;
