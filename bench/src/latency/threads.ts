import type { TestPlatform } from '@helhed/testing';
import { commitTimes, committed, delays } from './commit-times.js';

const causes = ({ databases }: TestPlatform, command: string, key: string) =>
  commitTimes(
    databases.referral.backup,
    `SELECT ${key} AS key, at FROM (SELECT municipality, referral_id, ${committed} FROM referral_step WHERE command = '${command}') step
     JOIN referral ON referral.municipality = step.municipality AND referral.id = step.referral_id`,
  );

/** `referral.triage-started` → its fact in reporting. */
export async function withoutClaim(platform: TestPlatform): Promise<number[]> {
  const begun = await causes(platform, 'start-triage', 'referral_id');
  const facts = `SELECT data->>'referralId' AS key, ${committed} FROM fact WHERE type = 'dk.helhed.referral.triage-started.v1'`;
  return delays(begun, () => commitTimes(platform.databases.reporting.backup, facts));
}

/** `referral.received` → the family's members in family-plan, which asks the referral service for the persons. */
export async function withClaim(platform: TestPlatform): Promise<number[]> {
  const received = await causes(platform, 'receive', 'family_id');
  const members = `SELECT family_id AS key, ${committed} FROM family_member`;
  return delays(received, () => commitTimes(platform.databases['family-plan'].backup, members));
}
