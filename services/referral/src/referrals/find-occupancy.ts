import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { ReferralView } from './referrals.dto.js';

/** How many families the programme has, where its definition aims at a number of them. */
export async function findOccupancy(
  tx: Tx,
  { code, targetBand }: ProgrammeDefinition,
): Promise<NonNullable<ReferralView['triage']>['occupancy']> {
  if (!targetBand) return null;
  const [counted] = await tx.query<{ families: number }>(
    `SELECT count(*)::int AS families FROM referral
     WHERE municipality = helhed.tenant() AND programme = $1 AND state = 'accepted'`,
    [code],
  );
  return { families: counted?.families ?? 0, ...targetBand };
}
