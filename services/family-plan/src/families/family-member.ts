import type { Tx } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type Role = 'parent' | 'child' | 'other';

/** A person's part in a family; the same person may have a part in several. */
@Entity('family_member')
export class FamilyMember {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly role!: Role;
  /** Who of the intake it is: what the referral service calls the person. */
  @Column('uuid', { name: 'intake_person_id', nullable: true }) readonly intakePersonId!: string | null;
}

/** Where a member lives: one household, or two for a child of separated parents. */
@Entity('residence')
export class Residence {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  @PrimaryColumn('uuid', { name: 'household_id' }) readonly householdId!: string;
}

export interface MemberInHouseholds {
  readonly personId: string;
  readonly role: Role;
  readonly households: string[];
}

export const findMembers = (tx: Tx, familyId: string): Promise<MemberInHouseholds[]> =>
  tx.query(
    `SELECT m.person_id AS "personId", m.role, array_agg(r.household_id ORDER BY r.household_id) AS households
     FROM family_member m JOIN residence r USING (municipality, family_id, person_id)
     WHERE m.municipality = helhed.tenant() AND m.family_id = $1
     GROUP BY m.person_id, m.role ORDER BY m.role DESC, m.person_id`,
    [familyId],
  );
