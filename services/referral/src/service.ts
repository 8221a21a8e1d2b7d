import { CitizenLink, standingBasesIn } from '@helhed/access';
import type { ServiceDefinition } from '@helhed/web';
import { Place } from './places/place.js';
import { problems } from './problems.js';
import { Programme } from './programmes/programme.js';
import { ReferralModule } from './referral.module.js';
import { holdings } from './referrals/held-referrals.js';
import { readers } from './referrals/readers-of-referrals.js';
import { Referral } from './referrals/referral.js';
import { Separation } from './separations/separation.js';
import { snapshotOf } from './snapshot/snapshot-of.js';
import { Webhook } from './webhooks/webhook.js';

export const referral: ServiceDefinition = {
  name: 'referral',
  title: { da: 'Indstilling og visitation', en: 'Referral and triage' },
  module: ReferralModule,
  entities: [CitizenLink, Programme, Referral, Place, Webhook, Separation],
  problems,
  standingBases: standingBasesIn('programme'),
  holdings,
  readers,
  snapshotOf,
};
