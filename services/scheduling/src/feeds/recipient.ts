import type { Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { isOfFamily } from '../groups/is-of-family.js';

/**
 * That refusal tells something of who is in the family, and is in the log as a look (A-CMD-02).
 * @throws DomainError `not-a-member` (422) where no calendar of the family is handed to the person
 */
export async function requireRecipient(look: Look, familyId: string, personId: string): Promise<void> {
  const { tx } = look;
  if (await mayReceive(tx, familyId, personId)) return;
  look.log([familyId, ...((await isOfFamily(tx, familyId, personId)) ? [personId] : [])]);
  tx.keepLooks();
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

/** @returns whether `receives` holds */
export async function mayReceive(tx: Tx, familyId: string, personId: string): Promise<boolean> {
  const [found] = await tx.query<{ may: boolean }>(`SELECT ${receives('$1', '$2', '$3')} AS may`, [
    familyId,
    personId,
    tx.today,
  ]);
  return found?.may ?? false;
}

/**
 * SQL: whether the person is an adult of the family, or a child of the age of own access. No date of birth is known here: a
 * child is old enough that is linked to an account, as nobody too young is (A-CIT-02); and of a member by a referral alone,
 * which tells no role, it is known by its account or by the custody that it holds.
 * @param family SQL `uuid`
 * @param person SQL `uuid`
 * @param day SQL `date`
 */
export function receives(family: string, person: string, day: string): string {
  const enrolled = `SELECT FROM enrolled_member m
    WHERE m.municipality = helhed.tenant() AND m.family_id = ${family} AND m.person_id = ${person}`;
  const referred = `SELECT FROM referred_family r
    WHERE r.municipality = helhed.tenant() AND r.family_id = ${family} AND ${person} = ANY (r.persons)`;
  const linked = `SELECT FROM helhed.citizen_link l
    WHERE l.municipality = helhed.tenant() AND l.person_id = ${person} AND l.ended_on IS NULL`;
  const holdsCustody = `SELECT FROM helhed.custody_replica c
    WHERE c.municipality = helhed.tenant() AND c.holder_id = ${person}
      AND (c.from_date IS NULL OR c.from_date <= ${day}) AND (c.to_date IS NULL OR ${day} < c.to_date)`;
  return `(EXISTS (${enrolled} AND m.role <> 'child') OR (EXISTS (${enrolled}) OR EXISTS (${referred}))
    AND (EXISTS (${linked}) OR EXISTS (${holdsCustody})))`;
}
