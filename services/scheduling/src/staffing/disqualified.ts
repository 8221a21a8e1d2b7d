import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { everybodyOf } from '../groups/group-things.js';

/**
 * Which members of staff may not run the group today: the own person or a declared relative of theirs (docs/access.md A-OWN-04)
 * is of a family that comes to it. Whose family it is, is asked by nobody.
 */
export async function findDisqualified(
  tx: Tx,
  groupId: string,
  staffIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await findTies(tx, groupId, staffIds)).map(({ staffId }) => staffId));
}

/**
 * @throws DomainError `staff-unsuitable`, to whoever plans: it tells of the families that come, and is a look, in the log. Of the
 * staff that says nobody, or it would tell who has whom.
 */
export async function requireSuitable(tx: Tx, act: string, groupId: string, staffId: string): Promise<void> {
  const ties = await findTies(tx, groupId, [staffId]);
  if (ties.length === 0) return;
  tx.log({ kind: 'look', act, subjects: ties.flatMap(({ familyId, personId }) => [familyId, personId]) });
  tx.keepLooks();
  throw staffUnsuitable();
}

interface Tie {
  readonly staffId: string;
  readonly familyId: string;
  /** Their own, or their relative's. */
  readonly personId: string;
}

const findTies = (tx: Tx, groupId: string, staffIds: readonly string[]): Promise<Tie[]> =>
  tx.query<Tie>(
    `SELECT DISTINCT st.id AS "staffId", s.family_id AS "familyId", b.person_id AS "personId" FROM staff st
     JOIN helhed.barred_person b ON b.municipality = st.municipality AND b.sub = st.sub
       AND b.from_date <= $3 AND (b.to_date IS NULL OR b.to_date > $3)
     JOIN seat s ON s.municipality = st.municipality AND s.group_id = $1 AND s.ended_at IS NULL
       AND b.person_id = ANY (${everybodyOf('s.family_id')})
     WHERE st.municipality = helhed.tenant() AND st.id = ANY ($2)`,
    [groupId, staffIds, tx.today],
  );

/** It names nobody: neither which family it is, nor how they belong together. */
const staffUnsuitable = (): DomainError =>
  new DomainError(
    'rule',
    'staff-unsuitable',
    { da: 'Medarbejderen kan ikke holde gruppen.', en: 'The member of staff cannot run the group.' },
    [{ field: 'staff', rule: 'staff-unsuitable' }],
  );
