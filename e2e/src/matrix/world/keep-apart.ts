import type { Separation } from '../oracle/recorded.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';

/** Each family must not be in one group with the first, once all are placed: the lead, who is barred from nobody yet, says so. */
export async function keepApart(maker: Maker, made: readonly Made[]): Promise<Separation[]> {
  const [first, ...others] = made.filter(({ family }) => !family.erased);
  const separations: Separation[] = [];
  for (const { referral } of first ? others : []) {
    const referrals = [(first as Made).referral.id, referral.id] as const;
    const body = { referralId: referrals[0], otherReferralId: referrals[1] };
    const { id } = await maker.post<{ id: string }>('lone', '/referral/v1/separations', body);
    separations.push({ id, referrals });
  }
  return separations;
}
