import { held, type Holdings } from '@helhed/access';
import { referralThing } from './referral-thing.js';

/** What is held on those whom a referral is about. */
export const holdings: Holdings = {
  custody: 'helhed.custody_replica',
  sources: held(referralThing, {
    sections: ['referral.content', 'referral.triage', 'referral.outcome'],
    from: 'referral r',
    where: ({ person }) => `r.municipality = helhed.tenant() AND ${person} = ANY (r.persons)`,
    since: 'r.received_on',
  }),
};
