import type { Readers } from '@helhed/access';
import { acts } from '../acts.js';
import { caseOrLead } from '../readers.js';
import { referralThing } from './referral-thing.js';

/** Who may see a referral: reading it shows whatever the lists, the outcome and the steps of triage show. */
export const readers: Readers = {
  custody: 'helhed.custody_replica',
  looks: [
    {
      act: acts.read,
      allow: caseOrLead,
      thing: referralThing,
      from: 'referral r',
      where: ({ person }) => `r.municipality = helhed.tenant() AND ${person} = ANY (r.persons)`,
    },
  ],
};
