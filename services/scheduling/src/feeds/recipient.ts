import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';

/** @throws DomainError `not-a-member` (422) where no calendar of the family is handed to the person */
export async function requireRecipient(tx: Tx, familyId: string, personId: string): Promise<void> {
  if (await mayReceive(tx, familyId, personId)) return;
  throw new DomainError(
    'rule',
    'not-a-member',
    {
      da: 'Modtageren er ikke en voksen i familien eller et barn i den, der selv har adgang.',
      en: 'The recipient is no adult of the family, nor a child of it with access of its own.',
    },
    [{ field: 'recipient', rule: 'not-a-member' }],
  );
}

/**
 * Whether the person is an adult of the family, or a child of the age of own access. No date of birth is known here: a
 * child is old enough that is linked to an account, as nobody too young is (A-CIT-02); and of a member by a referral alone,
 * which tells no role, it is known by its account or by the custody that it holds.
 */
export async function mayReceive(tx: Tx, familyId: string, personId: string): Promise<boolean> {
  const [found] = await tx.query<{ may: boolean }>(
    `SELECT EXISTS (${enrolled} AND m.role <> 'child') OR (EXISTS (${enrolled}) OR EXISTS (${referred}))
       AND (EXISTS (${linked}) OR EXISTS (${holdsCustody})) AS may`,
    [familyId, personId, tx.today],
  );
  return found?.may ?? false;
}

const enrolled = `SELECT FROM enrolled_member m WHERE m.municipality = helhed.tenant() AND m.family_id = $1 AND m.person_id = $2`;
const referred = `SELECT FROM referred_family r
  WHERE r.municipality = helhed.tenant() AND r.family_id = $1 AND $2 = ANY (r.persons)`;
const linked = `SELECT FROM helhed.citizen_link l
  WHERE l.municipality = helhed.tenant() AND l.person_id = $2 AND l.ended_on IS NULL`;
const holdsCustody = `SELECT FROM helhed.custody_replica c WHERE c.municipality = helhed.tenant() AND c.holder_id = $2
  AND (c.from_date IS NULL OR c.from_date <= $3) AND (c.to_date IS NULL OR $3 < c.to_date)`;
