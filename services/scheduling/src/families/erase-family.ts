import type { Tx } from '@helhed/database';
import { EnrolledMember } from '../groups/enrolled-member.js';
import { FamilyHeads } from '../groups/family-heads.js';
import { lockGroup } from '../groups/find-groups.js';
import { freeSeat } from '../groups/free-seat.js';
import { Seat } from '../groups/seat.js';

/**
 * What is held here of the family goes: its seats, so that their places can be taken, who is in it, what was given out of
 * its calendar, what was agreed with it alone, whether it came, what it needed, and the bookings of whoever is in no other family. What it was referred to stays, without persons: a restored family-plan tells them again.
 */
export async function eraseFamily(tx: Tx, familyId: string): Promise<void> {
  const { manager, municipality } = tx;
  const theirs = await tx.query<{ id: string }>(inNoOther, [familyId]);
  await tx.query('DELETE FROM appointment_need WHERE municipality = helhed.tenant() AND family_id = $1', [familyId]);
  for (const seat of await manager.findBy(Seat, { municipality, familyId })) {
    const group = await lockGroup(tx, seat.groupId);
    if (group) await freeSeat(tx, group, seat);
  }
  await tx.query('DELETE FROM delivery WHERE municipality = helhed.tenant() AND family_id = $1', [familyId]);
  for (const sql of conversationsOf) await tx.query(sql, [familyId]);
  await tx.query('DELETE FROM attendance WHERE municipality = helhed.tenant() AND family_id = $1', [familyId]);
  await tx.query('DELETE FROM due_look WHERE municipality = helhed.tenant() AND family_id = $1', [familyId]);
  await manager.delete(EnrolledMember, { municipality, familyId });
  await manager.delete(FamilyHeads, { municipality, familyId });
  await tx.query(`UPDATE referred_family SET persons = '{}' WHERE municipality = helhed.tenant() AND family_id = $1`, [
    familyId,
  ]);
  await tx.query(
    `DELETE FROM booking WHERE municipality = helhed.tenant() AND resource_kind <> 'room' AND resource_id = ANY($1)`,
    [theirs.map(({ id }) => id)],
  );
  tx.log({ kind: 'command', act: 'family.erase', subjects: [familyId] });
}

/** Told to the family alone, so nothing is left of them when it is gone. */
const conversationsOf = [
  `DELETE FROM appointment_need WHERE municipality = helhed.tenant() AND appointment_id IN (
     SELECT id FROM appointment WHERE municipality = helhed.tenant() AND family_id = $1)`,
  `DELETE FROM booking WHERE municipality = helhed.tenant() AND appointment_id IN (
     SELECT id FROM appointment WHERE municipality = helhed.tenant() AND family_id = $1)`,
  'DELETE FROM appointment WHERE municipality = helhed.tenant() AND family_id = $1',
];

/** Persons and households of the family that no other family has. */
const inNoOther = `
  SELECT t.id FROM (
    SELECT m.person_id AS id FROM enrolled_member m WHERE m.municipality = helhed.tenant() AND m.family_id = $1
    UNION SELECT unnest(m.households) FROM enrolled_member m WHERE m.municipality = helhed.tenant() AND m.family_id = $1
    UNION SELECT unnest(r.persons) FROM referred_family r WHERE r.municipality = helhed.tenant() AND r.family_id = $1) t
  WHERE NOT EXISTS (SELECT FROM enrolled_member other WHERE other.municipality = helhed.tenant()
      AND other.family_id <> $1 AND (other.person_id = t.id OR t.id = ANY (other.households)))
    AND NOT EXISTS (SELECT FROM referred_family other WHERE other.municipality = helhed.tenant()
      AND other.family_id <> $1 AND t.id = ANY (other.persons))`;
