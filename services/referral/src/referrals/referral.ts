import type {
  PlaceAssigned,
  ReferralAccepted,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  ReferralWaiting,
  ReferralWithdrawn,
  TriageStarted,
} from '@helhed/contracts';
import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataOf } from '../data-of.js';
import { transitionRefused } from './transition-refused.js';
import { nextOwner, transitions, type Command, type Owner, type State } from './transitions.js';

/** A parent's part in the referral; `parent` is the id of the person. */
export interface ParentsPart {
  readonly parent: string;
  readonly how: 'meeting' | 'phone' | 'written';
  readonly on: string;
  readonly agreed: boolean;
}

export type Facts = Readonly<Record<string, boolean | number | readonly string[] | readonly number[]>>;

type Columns = { [K in keyof Referral as Referral[K] extends (...given: never[]) => unknown ? never : K]: Referral[K] };
type Received = Omit<
  Columns,
  'state' | 'since' | 'nextOwner' | 'outcome' | 'enrolmentId' | 'enrolledOn' | 'triageUnit' | 'sentVersion' | 'version'
>;

/** The referral of a family to a programme. Methods that change it return what the event about it says. */
@Entity('referral')
export class Referral {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  @Column('integer', { name: 'programme_version' }) readonly programmeVersion!: number;
  @Column('text', { name: 'referring_unit' }) readonly referringUnit!: string;
  @Column('text', { name: 'sender_reference' }) readonly senderReference!: string;
  /** Tells the same submission from another one under the sender's same number. */
  @Column('bytea', { name: 'content_hmac' }) readonly contentHmac!: Buffer;
  /** The sender's reason, encrypted. */
  @Column('bytea') readonly reason!: Buffer;
  /** What the target group's rules read; nothing in it names anybody. */
  @Column('jsonb') readonly facts!: Facts;
  @Column('jsonb', { name: 'parents_part' }) readonly parentsPart!: readonly ParentsPart[];
  @Column('date', { name: 'received_on' }) readonly receivedOn!: string;
  @Column('timestamptz', { name: 'received_at' }) readonly receivedAt!: Date;
  @Column('text') readonly state!: State;
  /** Since which date it is in its state. */
  @Column('date') readonly since!: string;
  @Column('text', { name: 'next_owner', nullable: true }) readonly nextOwner!: Owner | null;
  /** Why it was declined or withdrawn, or what came of it when it was closed: a code. */
  @Column('text', { nullable: true }) readonly outcome!: string | null;
  @Column('uuid', { name: 'enrolment_id', nullable: true }) readonly enrolmentId!: string | null;
  @Column('date', { name: 'enrolled_on', nullable: true }) readonly enrolledOn!: string | null;
  /** The unit of whoever started triage; null before. */
  @Column('text', { name: 'triage_unit', nullable: true }) readonly triageUnit!: string | null;
  /** Whom it is about: a person's id once family-plan has matched it, null before, in no certain order. */
  @Column('uuid', { array: true }) readonly persons!: readonly (string | null)[];
  /** Counts what the sender wrote: the version of its receipts. */
  @Column('integer', { name: 'sent_version' }) readonly sentVersion!: number;
  /** Counts every change. */
  @Column('integer') readonly version!: number;

  static receive(received: Received): Referral {
    return change(new Referral(), {
      ...received,
      state: 'received',
      since: received.receivedOn,
      nextOwner: nextOwner.received,
      outcome: null,
      enrolmentId: null,
      enrolledOn: null,
      triageUnit: null,
      sentVersion: 1,
      version: 1,
    });
  }

  received(): DataOf<typeof ReferralReceived> {
    const { programmeVersion, referringUnit, receivedOn, version } = this;
    return { ...this.#named(), programmeVersion, referringUnit, kind: 'professional', receivedOn, version };
  }

  amend(on: string, { reason, facts }: { reason?: Buffer; facts?: Facts }): void {
    this.#move('amend', this.state, on);
    const sentVersion = this.sentVersion + 1;
    change<Referral>(this, { reason: reason ?? this.reason, facts: facts ?? this.facts, sentVersion });
  }

  /** @param unit which triages it from now on */
  startTriage(on: string, unit: string): DataOf<typeof TriageStarted> {
    this.#move('start-triage', 'under-triage', on);
    change<Referral>(this, { triageUnit: unit });
    return { ...this.#named(), startedOn: on, unit };
  }

  /** @param awaiting whom the hold waits for */
  hold(on: string, awaiting: Owner): void {
    this.#move('hold', 'on-hold', on);
    change<Referral>(this, { nextOwner: awaiting });
  }

  resume(on: string): void {
    this.#move('resume', 'under-triage', on);
  }

  /** @param placed whether the programme has given what it gives: a place, or nothing where it has no places */
  accept(on: string, placed: boolean): DataOf<typeof ReferralAccepted> {
    this.#move('accept', placed ? 'accepted' : 'waiting', on);
    return { ...this.#named(), acceptedOn: on };
  }

  waiting(): DataOf<typeof ReferralWaiting> {
    return { ...this.#named(), since: this.since };
  }

  assignPlace(on: string): void {
    this.#move('assign-place', 'accepted', on);
  }

  placeAssigned(on: string, place: { id: string; groupId: string }): DataOf<typeof PlaceAssigned> {
    return { ...this.#named(), placeId: place.id, groupId: place.groupId, assignedOn: on };
  }

  decline(on: string, reasonCode: string): DataOf<typeof ReferralDeclined> {
    this.#move('decline', 'declined', on);
    change<Referral>(this, { outcome: reasonCode });
    return { ...this.#named(), declinedOn: on, reasonCode };
  }

  withdraw(on: string, reasonCode: string): DataOf<typeof ReferralWithdrawn> {
    this.#move('withdraw', 'withdrawn', on);
    change<Referral>(this, { outcome: reasonCode });
    return { ...this.#named(), withdrawnOn: on, reasonCode };
  }

  close(on: string, outcome: string): DataOf<typeof ReferralClosed> {
    this.#move('close', 'closed', on);
    change<Referral>(this, { outcome });
    return { ...this.#named(), closedOn: on, outcome };
  }

  /** The family is enrolled with the place; the referral itself stays as it is, and so does its version. */
  enrolled(enrolmentId: string, on: string): void {
    change<Referral>(this, { enrolmentId, enrolledOn: on });
  }

  #move(command: Command, to: State, on: string): void {
    if (!transitions[this.state][command]?.includes(to)) throw transitionRefused(this.state, command);
    const since = to === this.state ? this.since : on;
    change<Referral>(this, { state: to, since, nextOwner: nextOwner[to], version: this.version + 1 });
  }

  #named(): { referralId: string; familyId: string; programme: string } {
    return { referralId: this.id, familyId: this.familyId, programme: this.programme };
  }
}
