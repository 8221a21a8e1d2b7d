import type { TestPlatform } from '@helhed/testing';
import { commitTimes, committed, delays } from './commit-times.js';

/** Steps of the referrals' history since an instant, in milliseconds: rows written once, in the command's transaction. */
const steps = ({ databases }: TestPlatform, command: string, key: string, since: number) =>
  commitTimes(
    databases.referral.backup,
    `WITH step AS (SELECT municipality, referral_id, ${committed} FROM referral_step WHERE command = '${command}')
     SELECT ${key} AS key, at FROM step JOIN referral ON referral.municipality = step.municipality AND id = referral_id
     WHERE at > ${since}`,
  );

/** `referral.triage-started` → its fact in reporting. */
export async function withoutClaim(platform: TestPlatform, since: number): Promise<number[]> {
  const begun = await steps(platform, 'start-triage', 'referral_id', since);
  const facts = `SELECT data->>'referralId' AS key, ${committed} FROM fact WHERE type = 'dk.helhed.referral.triage-started.v1'`;
  return delays(begun, () => commitTimes(platform.databases.reporting.backup, facts));
}

/** `referral.received` → the family's members in family-plan, which asks the referral service for the persons. */
export async function withClaim(platform: TestPlatform, since: number): Promise<number[]> {
  const received = await steps(platform, 'receive', 'family_id', since);
  const members = `SELECT family_id AS key, ${committed} FROM family_member`;
  return delays(received, () => commitTimes(platform.databases['family-plan'].backup, members));
}
