import type { EventData, ObservationMoved } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { daysAfter } from '../families/days-after.js';

type State = EventData<typeof ObservationMoved>['state'];

/** What is offered: by whom, acting in which unit, to which parent and about which child. */
interface Offer {
  readonly municipality: string;
  readonly id: string;
  readonly familyId: string;
  readonly programme: string;
  readonly personId: string;
  readonly parentId: string;
  readonly unit: string;
  readonly sub: string;
}

/**
 * An observation of the interaction between a parent and a child (MIM): a psychologist offers it, the parent accepts or
 * declines, and what was seen is noted by that psychologist. At its date it goes: its row keeps ids, state and dates.
 */
@Entity('observation')
export class Observation {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  /** The child. Null, as the parent and the psychologist: it was deleted. */
  @Column('uuid', { name: 'person_id', nullable: true }) readonly personId!: string | null;
  @Column('uuid', { name: 'parent_id', nullable: true }) readonly parentId!: string | null;
  /** The psychologist's, which has it as its own. */
  @Column('text', { nullable: true }) readonly unit!: string | null;
  /** Who offered it, and alone observes. */
  @Column('text', { nullable: true }) readonly sub!: string | null;
  @Column('text') readonly state!: State;
  @Column('date', { name: 'offered_on' }) readonly offeredOn!: string;
  @Column('date', { name: 'answered_on', nullable: true }) readonly answeredOn!: string | null;
  @Column('date', { name: 'held_on', nullable: true }) readonly heldOn!: string | null;
  @Column('date', { name: 'delete_on' }) readonly deleteOn!: string;
  @Column('date', { name: 'deleted_on', nullable: true }) readonly deletedOn!: string | null;

  /** @param days how long it is kept. @throws DomainError `observation-unknown` of a programme that offers none */
  static offer(offer: Offer, today: string, days: number | undefined): Observation {
    if (days === undefined) throw notOffered();
    const dates = { answeredOn: null, heldOn: null, deletedOn: null, deleteOn: daysAfter(today, days) };
    return change(new Observation(), { ...offer, ...dates, state: 'offered', offeredOn: today });
  }

  /** The parent's answer, which holds until another, or until it was noted. @returns false where it is so already */
  answer(state: 'accepted' | 'declined', today: string): boolean {
    if (this.state === 'noted') throw observationFixed();
    if (this.state === state) return false;
    change<Observation>(this, { state, answeredOn: today });
    return true;
  }

  /**
   * What was seen is noted: from here on it is kept for so many days after it was held.
   * @throws DomainError `observation-fixed` unless the parent accepted; `observation-incomplete` of a day to come, or before it was offered
   */
  note(heldOn: string, today: string, days: number | undefined): void {
    if (heldOn > today) throw incomplete('in-the-future', notYet);
    if (heldOn < this.offeredOn) throw incomplete('before-the-offer', tooEarly);
    if (this.state !== 'accepted') throw observationFixed();
    if (days === undefined) throw notOffered();
    change<Observation>(this, { state: 'noted', heldOn, deleteOn: daysAfter(heldOn, days) });
  }

  /** @throws DomainError `observation-fixed`: there is nothing to amend */
  requireNoted(): void {
    if (this.state !== 'noted') throw observationFixed();
  }

  /** Leaves ids, state and dates. @returns false before its date, and where it was deleted already */
  delete(today: string): boolean {
    if (this.state === 'deleted' || today < this.deleteOn) return false;
    const nobody = { personId: null, parentId: null, unit: null, sub: null };
    change<Observation>(this, { ...nobody, state: 'deleted', deletedOn: today });
    return true;
  }

  moved(): EventData<typeof ObservationMoved> {
    const { id: observationId, familyId, programme, state, deleteOn } = this;
    const on = this.deletedOn ?? this.heldOn ?? this.answeredOn ?? this.offeredOn;
    return { observationId, familyId, programme, state, on, deleteOn };
  }
}

/** What the psychologist wrote; what is added later stands beside it, and nothing is rewritten. */
@Entity('observation_note')
export class ObservationNote {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'observation_id' }) readonly observationId!: string;
  /** The first is 1. */
  @PrimaryColumn('integer') readonly number!: number;
  /** Encrypted. */
  @Column('bytea') readonly note!: Buffer;
  @Column('date', { name: 'noted_on' }) readonly notedOn!: string;
}

const notYet = { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' };
const tooEarly = { da: 'Dagen er før tilbuddet.', en: 'The day is before the offer.' };

const incomplete = (rule: string, message: typeof notYet): DomainError =>
  new DomainError(
    'rule',
    'observation-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    [{ field: 'heldOn', rule, message }],
  );

const observationFixed = (): DomainError =>
  new DomainError('conflict', 'observation-fixed', {
    da: 'Det kan ikke noteres om observationen nu.',
    en: 'That cannot be noted of the observation now.',
  });

const notOffered = (): DomainError =>
  new DomainError('rule', 'observation-unknown', {
    da: 'Indsatsen tilbyder ikke observation af samspillet.',
    en: 'The programme offers no observation of the interaction.',
  });
