import { change, type PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a parent without custody was answered who asked about the child: a right of its own (forældreansvarsloven § 23),
 * which opens nothing by itself.
 */
@Entity('orientation')
export class Orientation {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { name: 'child_id' }) readonly childId!: string;
  @Column('uuid', { name: 'parent_id' }) readonly parentId!: string;
  @Column('date', { name: 'asked_on' }) readonly askedOn!: string;
  @Column('date', { name: 'answered_on' }) readonly answeredOn!: string;
  @Column('text') readonly answer!: 'given' | 'refused';
  @Column('text') readonly paragraph!: string;
  /** What was told; none where it was refused. */
  @Column('text', { array: true }) readonly categories!: string[];
  /** Of a refusal, while the family is there. */
  @Column('bytea', { nullable: true }) readonly reason!: Buffer | null;
  @Column('timestamptz', { name: 'recorded_at' }) readonly recordedAt!: Date;
  @Column('text', { name: 'recorded_by' }) readonly recordedBy!: string;
  @Column('text', { name: 'recorded_in_unit' }) readonly recordedInUnit!: string;
  @Column('text', { name: 'recorded_in_function' }) readonly recordedInFunction!: string;

  static of(answered: Omit<Orientation, 'openReason'>): Orientation {
    return change(new Orientation(), answered);
  }

  openReason(data: PersonalData): string | null {
    return this.reason && data.decrypt(this.municipality, reasonOf(this.id), this.reason);
  }
}

/** What a reason is encrypted for: it opens in no other row. */
export const reasonOf = (id: string): string => `orientation.reason:${id}`;
