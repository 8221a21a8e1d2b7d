import type { EventData, PrivacyNoticeRecorded } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError, type FieldError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How somebody was informed. */
export const ways = ['in-person', 'phone', 'letter', 'digital-post'] as const;
/** Why somebody was not. They name no paragraph: what the law says of each is the municipality's to know. */
export const reasons = ['known-already', 'out-of-reach', 'disproportionate', 'would-harm', 'secrecy', 'other'] as const;

/** What was told of it: that it was given, or why not. */
export type Outcome =
  | { readonly outcome: 'given'; readonly on: string; readonly how: (typeof ways)[number] }
  | { readonly outcome: 'not-given'; readonly reason: (typeof reasons)[number]; readonly note?: string | undefined };

type Columns = Omit<PrivacyNotice, 'recorded'>;

/**
 * That a person was informed of what a programme holds on it (*oplysningspligt*), or why not. Nothing of it changes: what is
 * noted later stands beside it, and counts.
 */
@Entity('privacy_notice')
export class PrivacyNotice {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly programme!: string;
  /** Counts what was noted of the person in the programme. */
  @Column('integer') readonly number!: number;
  /** Of the definition whose text was in force that day; null before the first. */
  @Column('integer', { name: 'programme_version', nullable: true }) readonly programmeVersion!: number | null;
  @Column('text') readonly outcome!: 'given' | 'not-given';
  /** When it was given, or noted that it was not. */
  @Column('date', { name: 'told_on' }) readonly toldOn!: string;
  @Column('text', { nullable: true }) readonly how!: (typeof ways)[number] | null;
  @Column('text', { nullable: true }) readonly reason!: (typeof reasons)[number] | null;
  /** More of why not, encrypted. */
  @Column('bytea', { nullable: true }) readonly note!: Buffer | null;
  @Column('text') readonly unit!: string;
  /** In which function, and by which account. */
  @Column('text') readonly function!: string;
  @Column('text') readonly sub!: string;
  @Column('date', { name: 'recorded_on' }) readonly recordedOn!: string;

  static record(told: Columns): PrivacyNotice {
    return change(new PrivacyNotice(), { ...told });
  }

  recorded(): EventData<typeof PrivacyNoticeRecorded> {
    const { id: noticeId, familyId, personId, programme, outcome, toldOn: on } = this;
    return { noticeId, familyId, personId, programme, outcome, on };
  }
}

/** @throws DomainError `privacy-notice-incomplete` (422): a day that has not come, or a reason that says nothing by itself */
export function requireWhole(told: Outcome, today: string): void {
  if (told.outcome === 'given' && told.on > today)
    throw incomplete({ field: 'on', rule: 'in-the-future', message: notYet });
  if (told.outcome === 'not-given' && told.reason === 'other' && told.note === undefined)
    throw incomplete({ field: 'note', rule: 'required', message: sayWhy });
}

const incomplete = (error: FieldError): DomainError =>
  new DomainError(
    'rule',
    'privacy-notice-incomplete',
    { da: 'Det noterede hænger ikke sammen.', en: 'What is noted does not hang together.' },
    [error],
  );

const notYet = { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' };
const sayWhy = { da: 'Skriv hvorfor.', en: 'Write why.' };
