import { TryAgainAfter } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import type { Answer } from './answer.js';
import type { Leases } from './leases.js';

/** Says whether what is on a revocable ground may be answered (A-LEA-01). */
export interface Ground {
  /**
   * @param epoch read in the statement that read the data
   * @throws TryAgainAfter where a lease is to be taken first, once for an answer
   */
  holds(epoch: number): boolean;
}

/** Where the ground of the answers of one service is found. */
export interface Grounds {
  under(municipality: MunicipalityCode, answer: Answer): Ground;
}

/**
 * Consent's own: what it reads is the register itself, which takes access away in the transaction that says so; unless
 * that was restored from before what it knew, and is closed.
 */
export const theRegister: Grounds = {
  under: (_, answer) => ({
    holds(epoch) {
      if (epoch < 0) return false;
      answer.restOn(open, epoch);
      return true;
    },
  }),
};
/** Nothing ends it before the answer is sent. */
const open = { allows: () => true };

/** Of a service that was told of no consent: nothing revocable is answered. */
export const noGround: Grounds = { under: () => ({ holds: () => false }) };

/** By the leases of this instance. Every answer is under way from here on, since what it will rest on is not known yet. */
export const byLease = (leases: Leases): Grounds => ({
  under(municipality, answer) {
    const lease = leases.in(municipality);
    if (!answer.underWay.has(municipality)) {
      answer.underWay.add(municipality);
      answer.whenSent(lease.reads.begin());
    }
    return {
      holds(epoch) {
        lease.used();
        // the family is closed: no lease makes up for that
        if (epoch < 0) return false;
        const { held, isFailing } = lease;
        if (!held.runs && !isFailing && !answer.asked) {
          answer.asked = true;
          throw new TryAgainAfter(() => lease.take().catch(() => undefined));
        }
        if (!held.allows(epoch)) return false;
        answer.restOn(held, epoch);
        return true;
      },
    };
  },
});
