import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Appointment } from '../calendar/appointment.js';
import { cancelledAlready } from '../calendar/not-holdable.js';
import { begunAlready, invalidNeed, needIs } from './need-refusals.js';
import { needSteps, type NeedCommand, type NeedState } from './need-states.js';

export const needKinds = ['meal', 'interpreter', 'child-minding'] as const;
export type NeedKind = (typeof needKinds)[number];

/** An interpreter is never of the family: nobody who is, and no child, can be named. */
export const arrangers = ['own-unit', 'supplier'] as const;

/** What is wanted: of an interpreter the language and perhaps for whom, of a family's child-minding how many. */
export interface Wanted {
  readonly language: string | null;
  readonly personId: string | null;
  readonly children: number | null;
}

export interface Arrangement {
  readonly arrangedBy: (typeof arrangers)[number];
  readonly reference: string;
}

interface Clock {
  readonly now: Date;
  readonly today: string;
}

type At = Pick<Appointment, 'kind' | 'startsAt' | 'cancelledAt'>;
type Named = Pick<
  AppointmentNeed,
  'municipality' | 'id' | 'appointmentId' | 'unit' | 'programme' | 'familyId' | 'kind'
>;

/** What an appointment needs besides room and people. Without a family it is the whole group's, counted by who comes. */
@Entity('appointment_need')
export class AppointmentNeed implements Wanted {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'appointment_id' }) readonly appointmentId!: string;
  /** The appointment's. */
  @Column('text') readonly unit!: string;
  @Column('text') readonly programme!: string;
  @Column('uuid', { name: 'family_id', nullable: true }) readonly familyId!: string | null;
  @Column('text') readonly kind!: NeedKind;
  @Column('text', { nullable: true }) readonly language!: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) readonly personId!: string | null;
  @Column('integer', { nullable: true }) readonly children!: number | null;
  @Column('text') readonly state!: NeedState;
  @Column('text', { name: 'arranged_by', nullable: true }) readonly arrangedBy!: Arrangement['arrangedBy'] | null;
  @Column('text', { nullable: true }) readonly reference!: string | null;
  @Column('date', { name: 'named_on' }) readonly namedOn!: string;
  @Column('date', { name: 'arranged_on', nullable: true }) readonly arrangedOn!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) readonly endedOn!: string | null;
  @Column('date', { name: 'changed_on' }) readonly changedOn!: string;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `session-cancelled`, `booking-cancelled` (409), `booking-begun`, `need-invalid` (422) */
  static named(of: Named, wanted: Wanted, at: At, clock: Clock): AppointmentNeed {
    requireToCome(at, clock);
    if (of.familyId === null && at.kind === 'single') throw invalidNeed('family', 'of-a-group');
    requireFitting(of, wanted);
    const { today: namedOn } = clock;
    const fresh = {
      state: 'named',
      ...nothingArranged,
      namedOn,
      endedOn: null,
      changedOn: namedOn,
      version: 1,
    } as const;
    return change(new AppointmentNeed(), { ...of, ...wanted, ...fresh });
  }

  /** Withdrawn, whether or not something is still to be called off. */
  get isWithdrawn(): boolean {
    return this.state === 'to-call-off' || this.state === 'not-needed';
  }

  get isCalledOff(): boolean {
    return this.state === 'not-needed' && this.reference !== null;
  }

  isArrangedAs({ arrangedBy, reference }: Arrangement): boolean {
    return this.state === 'arranged' && this.arrangedBy === arrangedBy && this.reference === reference;
  }

  /** @throws DomainError as `named` does, and `need-…` (409) where it is not only named */
  change(wanted: Wanted, at: At, clock: Clock): void {
    requireToCome(at, clock);
    const state = this.#after('change');
    requireFitting(this, wanted);
    this.#become(state, clock, wanted);
  }

  /**
   * After a move only what was arranged before can be agreed anew: another arrangement would forget to call it off.
   * @throws DomainError `session-cancelled`, `booking-cancelled`, `need-…` (409), `booking-begun` (422)
   */
  arrange(by: Arrangement, at: At, clock: Clock): void {
    requireToCome(at, clock);
    const state = this.#after('arrange');
    const isOther = by.arrangedBy !== this.arrangedBy || by.reference !== this.reference;
    if (this.state === 'to-rearrange' && isOther) throw needIs(this.state);
    this.#become(state, clock, { ...by, arrangedOn: clock.today });
  }

  /** @throws DomainError `session-cancelled`, `booking-cancelled` (409), `booking-begun` (422) */
  withdraw(at: At, clock: Clock): void {
    requireToCome(at, clock);
    this.end(clock);
  }

  /** The appointment is off, or the family comes no more: what was arranged is to be called off. */
  end(clock: Clock): void {
    if (this.isWithdrawn) return;
    this.#become(this.#after('withdraw'), clock, { endedOn: clock.today });
  }

  /** Whoever had it arranged was told: at any time, also of what is over. @throws DomainError `need-…` (409) */
  callOff(clock: Clock): void {
    const state = this.#after('call-off');
    this.#become(state, clock, state === 'named' ? nothingArranged : {});
  }

  /** To another time or room; what was arranged for it is to be arranged anew. */
  move(clock: Clock): void {
    if (this.state === 'arranged') this.#become(this.#after('move'), clock);
  }

  /** The family is nobody's here any more, and what was arranged for it has still to be called off: by whoever plans. */
  leave(clock: Clock): void {
    this.end(clock);
    if (this.state === 'to-call-off') change<AppointmentNeed>(this, { familyId: null, ...nothingWanted });
  }

  #after(command: NeedCommand): NeedState {
    const state = needSteps[command][this.state];
    if (!state) throw needIs(this.state);
    return state;
  }

  #become(state: NeedState, { today }: Clock, more: Partial<AppointmentNeed> = {}): void {
    change<AppointmentNeed>(this, { ...more, state, changedOn: today, version: this.version + 1 });
  }
}

const nothingArranged = { arrangedBy: null, reference: null, arrangedOn: null };
export const nothingWanted: Wanted = { language: null, personId: null, children: null };

function requireToCome({ kind, startsAt, cancelledAt }: At, { now }: Clock): void {
  if (cancelledAt) throw cancelledAlready(kind);
  if (now >= startsAt) throw begunAlready();
}

function requireFitting({ kind, familyId }: Pick<Named, 'kind' | 'familyId'>, wanted: Wanted): void {
  const { language, personId, children } = wanted;
  if (kind !== 'interpreter' && (language ?? personId) !== null)
    throw invalidNeed(language === null ? 'person' : 'language', 'of-its-kind');
  if (kind !== 'child-minding' && children !== null) throw invalidNeed('children', 'of-its-kind');
  if (kind === 'interpreter' && language === null) throw invalidNeed('language', 'of-its-kind');
  if (kind === 'child-minding' && (children === null) !== (familyId === null))
    throw invalidNeed('children', 'with-family');
}
