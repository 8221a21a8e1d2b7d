import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Referral } from '../referrals/referral.js';

/** Of a referral, what a separation is about. */
export type Side = Pick<Referral, 'id' | 'familyId' | 'programme'>;

interface Recorded {
  readonly municipality: string;
  readonly id: string;
  readonly sides: readonly [Side, Side];
  /** The unit of whoever recorded it */
  readonly recordedIn: string;
  readonly today: string;
  /** The first day on which it no longer holds; null: until it is ended */
  readonly to: string | null;
}

/** Two families of a programme that must not be in one group, whichever is named first. Why is kept nowhere. */
@Entity('separation')
export class Separation {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly programme!: string;
  @Column('uuid', { name: 'referral_id' }) readonly referralId!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { name: 'other_referral_id' }) readonly otherReferralId!: string;
  @Column('uuid', { name: 'other_family_id' }) readonly otherFamilyId!: string;
  @Column('text', { name: 'recorded_in' }) readonly recordedIn!: string;
  @Column('date', { name: 'from_date' }) readonly from!: string;
  @Column('date', { name: 'to_date', nullable: true }) readonly to!: string | null;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `separation-incomplete`, naming each field at fault */
  static record({ municipality, id, sides, recordedIn, today, to }: Recorded): Separation {
    const [one, other] = sides.toSorted((a, b) => (a.familyId < b.familyId ? -1 : 1)) as [Side, Side];
    const faults = [
      ...(one.familyId === other.familyId ? [anotherFamily] : []),
      ...(one.programme === other.programme ? [] : [sameProgramme]),
      ...(to === null || today < to ? [] : [afterToday]),
    ];
    if (faults.length > 0) throw incomplete(faults);
    return change(new Separation(), {
      municipality,
      id,
      programme: one.programme,
      referralId: one.id,
      familyId: one.familyId,
      otherReferralId: other.id,
      otherFamilyId: other.familyId,
      recordedIn,
      from: today,
      to,
      version: 1,
    });
  }

  /** @throws DomainError `already-ended` (409) */
  end(today: string): void {
    if (this.to !== null && this.to <= today) throw alreadyEnded();
    change<Separation>(this, { to: today, version: this.version + 1 });
  }
}

const anotherFamily = {
  field: 'otherReferralId',
  rule: 'another-family',
  message: { da: 'Det er den samme familie.', en: 'It is the same family.' },
};
const sameProgramme = {
  field: 'otherReferralId',
  rule: 'same-programme',
  message: { da: 'Familierne er i hver sin indsats.', en: 'The families are in different programmes.' },
};
const afterToday = {
  field: 'to',
  rule: 'after-today',
  message: { da: 'Slutdagen skal være efter i dag.', en: 'The end must be after today.' },
};

const incomplete = (faults: readonly (typeof afterToday)[]): DomainError =>
  new DomainError(
    'rule',
    'separation-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    faults,
  );

const alreadyEnded = (): DomainError =>
  new DomainError('conflict', 'already-ended', {
    da: 'Adskillelsen er ophørt.',
    en: 'The separation has ended.',
  });

export const separationKnown = (): DomainError =>
  new DomainError('conflict', 'separation-known', {
    da: 'Det er allerede registreret, at de to familier ikke kan være i samme gruppe.',
    en: 'It is recorded already that the two families cannot be in one group.',
  });

export const familyUnknown = (): DomainError =>
  new DomainError('rule', 'family-unknown', {
    da: 'En af familierne kendes ikke her.',
    en: 'One of the families is not known here.',
  });
