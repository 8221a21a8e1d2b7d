import type { basisKind, basisLayer, BasisRecorded } from '@helhed/contracts';
import { change, type PersonalData } from '@helhed/database';
import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FamilyMember } from '../families/family-member.js';
import type { RecordBasis } from './bases.dto.js';
import { faultsOf } from './check-assertion.js';

type Enum<E extends { options: readonly unknown[] }> = E['options'][number];
type Recorded = ReturnType<(typeof BasisRecorded)['schema']['parse']>;

/** What a basis is recorded with beside what was asserted: the family it is about, the time, and who asserts it. */
export interface Recording {
  readonly municipality: MunicipalityCode;
  readonly id: string;
  readonly members: readonly FamilyMember[];
  readonly at: Date;
  /** ISO date in Denmark of `at`. */
  readonly today: string;
  readonly by: { readonly sub: string; readonly unit: string; readonly function: string };
  readonly data: PersonalData;
}

/** A legal basis as somebody asserted it. The register notes it; whether it holds in law is not for software to say. */
@Entity('basis')
export class Basis {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly kind!: Enum<typeof basisKind>;
  @Column('text') readonly layer!: Enum<typeof basisLayer>;
  @Column('text', { nullable: true }) readonly paragraph!: string | null;
  @Column('text') readonly purpose!: string;
  @Column('text', { array: true }) readonly categories!: string[];
  @Column('text', { name: 'from_unit' }) readonly fromUnit!: string;
  @Column('text', { name: 'to_unit' }) readonly toUnit!: string;
  @Column('uuid', { array: true }) readonly persons!: string[];
  @Column('uuid', { name: 'given_by', array: true }) readonly givenBy!: string[];
  @Column('text', { nullable: true }) readonly how!: 'spoken' | 'paper' | 'written' | null;
  @Column('date', { name: 'given_on', nullable: true }) readonly givenOn!: string | null;
  @Column('bytea', { nullable: true }) readonly evidence!: Buffer | null;
  @Column('date', { name: 'valid_from' }) readonly validFrom!: string;
  /** The first day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true }) readonly validTo!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) readonly recordedAt!: Date;
  @Column('text', { name: 'recorded_by' }) readonly recordedBy!: string;
  @Column('text', { name: 'recorded_in_unit' }) readonly recordedInUnit!: string;
  @Column('text', { name: 'recorded_in_function' }) readonly recordedInFunction!: string;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `family-unknown` or `basis-incomplete`, naming every field at fault */
  static record(asserted: RecordBasis, { municipality, id, members, at, today, by, data }: Recording): Basis {
    if (members.length === 0) throw familyUnknown();
    const faults = faultsOf(asserted, members, today);
    if (faults.length > 0) throw incomplete(faults);
    const { paragraph = null, givenBy = [], how = null, givenOn = null, validTo = null } = asserted;
    return change(new Basis(), {
      ...asserted,
      municipality,
      id,
      paragraph,
      givenBy,
      how,
      givenOn,
      validTo,
      evidence: asserted.evidence === undefined ? null : data.encrypt(municipality, evidenceOf(id), asserted.evidence),
      recordedAt: at,
      recordedBy: by.sub,
      recordedInUnit: by.unit,
      recordedInFunction: by.function,
      version: 1,
    });
  }

  /** What the other services are told. Evidence, paragraph and who gave it stay here. */
  recorded(epoch: number): Recorded {
    const {
      id: basisId,
      familyId,
      kind,
      layer,
      purpose,
      categories,
      fromUnit,
      toUnit,
      persons,
      validFrom,
      validTo,
    } = this;
    return {
      basisId,
      familyId,
      kind,
      layer,
      purpose,
      categories,
      fromUnit,
      toUnit,
      persons,
      validFrom,
      validTo,
      epoch,
    };
  }

  openEvidence(data: PersonalData): string | null {
    return this.evidence && data.decrypt(this.municipality, evidenceOf(this.id), this.evidence);
  }
}

const evidenceOf = (id: string): string => `basis.evidence:${id}`;

const familyUnknown = () =>
  new DomainError(
    'rule',
    'family-unknown',
    { da: 'Familien er ikke kendt her, eller ikke endnu.', en: 'The family is not known here, or not yet.' },
    [{ field: 'familyId', rule: 'family-unknown' }],
  );

const incomplete = (faults: ReturnType<typeof faultsOf>) =>
  new DomainError(
    'rule',
    'basis-incomplete',
    { da: 'Oplysningerne om hjemlen passer ikke sammen.', en: 'What is said of the basis does not fit together.' },
    faults,
  );
