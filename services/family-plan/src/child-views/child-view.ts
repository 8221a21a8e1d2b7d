import { change } from '@helhed/database';
import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who let the parents read it, when, and acting in which unit; an authority also under which paragraph and why. */
export interface Opening {
  readonly by: 'child' | 'authority';
  readonly on: string;
  readonly sub: string;
  readonly unit: string;
  readonly paragraph: string | null;
  /** Encrypted. */
  readonly reason: Buffer | null;
  /** Of the database in which it was noted. */
  readonly incarnation: string;
}

/** What a child said, as the child's own: to what adults write it is never added, and parents read it only once it is open. */
@Entity('child_view')
export class ChildView {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  /** The child. */
  @Column('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly programme!: string;
  /** Which recorded it, and has it as its own. */
  @Column('text') readonly unit!: string;
  /** The child's words, encrypted. */
  @Column('bytea') readonly said!: Buffer;
  @Column('text') readonly how!: 'told' | 'drawn' | 'written';
  @Column('date', { name: 'told_on' }) readonly toldOn!: string;
  @Column('text', { name: 'open_by', nullable: true }) readonly openBy!: Opening['by'] | null;
  @Column('date', { name: 'open_on', nullable: true }) readonly openOn!: string | null;
  @Column('text', { name: 'open_sub', nullable: true }) readonly openSub!: string | null;
  @Column('text', { name: 'open_unit', nullable: true }) readonly openUnit!: string | null;
  @Column('text', { name: 'open_paragraph', nullable: true }) readonly openParagraph!: string | null;
  @Column('bytea', { name: 'open_reason', nullable: true }) readonly openReason!: Buffer | null;
  @Column('uuid', { name: 'open_incarnation', nullable: true }) readonly openIncarnation!: string | null;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `child-view-incomplete` where it was told later than today */
  static record(told: Omit<ChildView, 'version' | keyof typeof closed | keyof Verbs>, today: string): ChildView {
    if (told.toldOn > today) throw notYetTold();
    return change(new ChildView(), { ...told, ...closed, version: 1 });
  }

  /** Whether to change it is an authority's alone: what an authority decided. */
  get isDecided(): boolean {
    return this.openBy === 'authority';
  }

  /** @throws DomainError `already-open` */
  open({ by, on, sub, unit, paragraph, reason, incarnation }: Opening): void {
    if (this.openBy !== null) throw alreadyOpen();
    const opened = {
      openBy: by,
      openOn: on,
      openSub: sub,
      openUnit: unit,
      openParagraph: paragraph,
      openReason: reason,
      openIncarnation: incarnation,
    };
    change<ChildView>(this, { ...opened, version: this.version + 1 });
  }

  /** Closed already, it stays so. */
  close(): void {
    if (this.openBy !== null) change<ChildView>(this, { ...closed, version: this.version + 1 });
  }

  /** A child's agreement from before the database was restored is none: its taking back may be what was lost (A-FAM-20). */
  lapse(incarnation: string): void {
    if (this.openBy === 'child' && this.openIncarnation !== incarnation) change<ChildView>(this, closed);
  }
}

type Verbs = Pick<ChildView, 'isDecided' | 'open' | 'close' | 'lapse'>;

const closed = {
  openBy: null,
  openOn: null,
  openSub: null,
  openUnit: null,
  openParagraph: null,
  openReason: null,
  openIncarnation: null,
} as const;

const notYetTold = (): DomainError =>
  new DomainError(
    'rule',
    'child-view-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    [
      {
        field: 'toldOn',
        rule: 'in-the-future',
        message: { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' },
      },
    ],
  );

export const alreadyOpen = (): DomainError =>
  new DomainError('conflict', 'already-open', {
    da: 'Det er allerede åbent for forældrene.',
    en: 'It is open to the parents already.',
  });
