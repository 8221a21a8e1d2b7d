import { noteChange } from '@helhed/access';
import type { Tx } from '@helhed/database';
import type { Referral } from '../referrals/referral.js';
import type { Step } from '../referrals/save-step.js';

/** What a step is called in the sender's feed, by its command; of accepting, by where it led. */
const types = {
  receive: 'referral.received',
  amend: 'referral.amended',
  'start-triage': 'referral.triage-started',
  hold: 'referral.held',
  resume: 'referral.resumed',
  accept: 'referral.accepted',
  'assign-place': 'referral.place-assigned',
  decline: 'referral.declined',
  withdraw: 'referral.withdrawn',
  close: 'referral.closed',
} as const satisfies Record<Step['command'], string>;

export const changeTypes = [...Object.values(types), 'referral.waiting', 'referral.enrolled'] as const;
export type ChangeType = (typeof changeTypes)[number];

/** For the systems of the unit that sent the referral: told to them only while it may hear the outcome. */
export const noteReferral = (tx: Tx, { id, referringUnit }: Referral, type: ChangeType): Promise<void> =>
  noteChange(tx, { unit: referringUnit, thing: id, type });

export const noteStep = (tx: Tx, referral: Referral, command: Step['command']): Promise<void> =>
  noteReferral(tx, referral, referral.state === 'waiting' ? 'referral.waiting' : types[command]);
