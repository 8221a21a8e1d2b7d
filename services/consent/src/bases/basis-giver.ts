import { change, type PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedBy } from './recorded-by.js';

/** One person's consent to a basis: how and when it was given, and whether it was taken back. */
@Entity('basis_giver')
export class BasisGiver {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid', { name: 'basis_id' }) readonly basisId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly how!: 'spoken' | 'paper' | 'written';
  @Column('date', { name: 'given_on' }) readonly givenOn!: string;
  @Column('bytea') readonly evidence!: Buffer;
  @Column('timestamptz', { name: 'recorded_at' }) readonly recordedAt!: Date;
  @Column('text', { name: 'recorded_by' }) readonly recordedBy!: string;
  @Column('text', { name: 'recorded_in_unit' }) readonly recordedInUnit!: string;
  @Column('text', { name: 'recorded_in_function' }) readonly recordedInFunction!: string;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) readonly withdrawnAt!: Date | null;
  /** Who noted it: a person, or the giver as a citizen. */
  @Column('text', { name: 'withdrawn_by', nullable: true }) readonly withdrawnBy!: string | null;

  static of(consent: Omit<BasisGiver, 'recordedBy' | keyof Methods | keyof Unset> & { by: RecordedBy }): BasisGiver {
    const { by, ...given } = consent;
    return change(new BasisGiver(), {
      ...given,
      recordedBy: by.sub,
      recordedInUnit: by.unit,
      recordedInFunction: by.function,
      withdrawnAt: null,
      withdrawnBy: null,
    });
  }

  get withdrawn(): boolean {
    return this.withdrawnAt !== null;
  }

  /** Final: nothing sets it back. */
  takeBack(at: Date, by: string): void {
    if (!this.withdrawn) change<BasisGiver>(this, { withdrawnAt: at, withdrawnBy: by });
  }

  openEvidence(data: PersonalData): string {
    return data.decrypt(this.municipality, evidenceOf(this.basisId), this.evidence);
  }
}

type Methods = Pick<BasisGiver, 'withdrawn' | 'takeBack' | 'openEvidence'>;
type Unset = Pick<BasisGiver, 'withdrawnAt' | 'withdrawnBy' | 'recordedInUnit' | 'recordedInFunction'>;

/** What evidence is encrypted for: it opens in no other row. */
export const evidenceOf = (basisId: string): string => `basis.evidence:${basisId}`;
