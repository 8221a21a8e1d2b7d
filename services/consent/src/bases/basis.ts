import type { BasisChanged, BasisRecorded, basisEnd, basisLayer, EventContract } from '@helhed/contracts';
import { change, type PersonalData } from '@helhed/database';
import { localDate, type MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { coverageOf, type CoverageFacts, type CoverPeriod } from '../cover/coverage.js';
import { toldOn } from '../cover/told-coverage.js';
import { evidenceOf, type BasisGiver } from './basis-giver.js';
import type { FoundBasis, TakenBasis } from '../restored/taken.js';
import { basisOver, isAConsent, notAConsent, notAGiver, takenBack } from './refusals.js';
import type { Kind } from './who-records.js';

type Enum<E extends { options: readonly unknown[] }> = E['options'][number];
type Told<C> = C extends EventContract<infer T> ? T : never;

/** Who notes a withdrawal anew in a register that was restored from before it. */
const restoredBy = 'restored';

/** A legal basis as somebody asserted it. The register notes it; whether it holds in law is not for software to say. */
@Entity('basis')
export class Basis {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  @Column('text') readonly kind!: Kind;
  @Column('text') readonly layer!: Enum<typeof basisLayer>;
  @Column('text', { nullable: true }) readonly paragraph!: string | null;
  @Column('text') readonly purpose!: string;
  @Column('text', { array: true }) readonly categories!: string[];
  @Column('text', { name: 'from_unit' }) readonly fromUnit!: string;
  @Column('text', { name: 'to_unit' }) readonly toUnit!: string;
  @Column('uuid', { array: true }) readonly persons!: string[];
  @Column('jsonb', { name: 'left_out' }) readonly leftOut!: { person: string; paragraph: string }[];
  @Column('uuid', { nullable: true }) readonly meeting!: string | null;
  @Column('uuid', { name: 'follow_up_meeting', nullable: true }) readonly followUpMeeting!: string | null;
  /** Of vital interest: the reason. Where a consent's is stands with each giver. */
  @Column('bytea', { nullable: true }) readonly evidence!: Buffer | null;
  @Column('date', { name: 'valid_from' }) readonly validFrom!: string;
  /** The first day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true }) readonly validTo!: string | null;
  @Column('uuid', { nullable: true }) readonly renews!: string | null;
  @Column('text', { nullable: true }) readonly ended!: Enum<typeof basisEnd> | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) readonly endedAt!: Date | null;
  @Column('timestamptz', { name: 'recorded_at' }) readonly recordedAt!: Date;
  @Column('text', { name: 'recorded_by' }) readonly recordedBy!: string;
  @Column('text', { name: 'recorded_in_unit' }) readonly recordedInUnit!: string;
  @Column('text', { name: 'recorded_in_function' }) readonly recordedInFunction!: string;
  /** Counts every change, also of whom it covers, from some later day on too: for what is told of it, and shown to nobody. */
  @Column('integer') readonly version!: number;
  /** Counts what was done to it: the version of its views. Custody and ages move whom it covers, and not this. */
  @Column('integer', { name: 'entry_version' }) readonly entryVersion!: number;
  /** Rows of their own, loaded and saved with it. */
  readonly givers: readonly BasisGiver[] = [];
  readonly coverage: readonly CoverPeriod[] = [];

  /** Whether it came to an end, before its time or by it: nothing is added to it any more. @param today ISO date */
  isOver(today: string): boolean {
    return this.ended !== null || (this.validTo !== null && this.validTo <= today);
  }

  /**
   * These take their consent back, for good; when nobody is left, the basis is withdrawn. At any time, also once it is
   * over. @returns whether anybody did who had not before
   */
  withdraw(persons: readonly string[], at: Date, by: string): boolean {
    this.requireGivers(persons);
    const now = this.givers.filter(({ personId, withdrawn }) => !withdrawn && persons.includes(personId));
    for (const giver of now) giver.takeBack(at, by);
    if (this.ended === null && this.givers.every(({ withdrawn }) => withdrawn))
      change<Basis>(this, { ended: 'withdrawn', endedAt: at });
    return now.length > 0;
  }

  /** @throws DomainError `not-a-consent`; `not-a-giver` naming each who gave none */
  requireGivers(persons: readonly string[]): void {
    if (this.kind !== 'consent') throw notAConsent();
    const gave = (person: string) => this.givers.some(({ personId }) => personId === person);
    const strangers = persons.flatMap((person, index) => (gave(person) ? [] : [`givers.${index}`]));
    if (strangers.length > 0) throw notAGiver(strangers);
  }

  /** @throws DomainError `not-a-consent`, `basis-over`; `consent-withdrawn` where one of them took it back */
  requireTaking(givers: readonly string[], today: string): void {
    if (this.kind !== 'consent') throw notAConsent();
    if (this.isOver(today)) throw basisOver();
    if (this.givers.some(({ personId, withdrawn }) => withdrawn && givers.includes(personId))) throw takenBack();
  }

  /** @returns those of them who had not given it before */
  addConsent(givers: readonly BasisGiver[], today: string): BasisGiver[] {
    const persons = givers.map(({ personId }) => personId);
    this.requireTaking(persons, today);
    const added = givers.filter(({ personId }) => !this.givers.some((each) => each.personId === personId));
    change<Basis>(this, { givers: [...this.givers, ...added] });
    return added;
  }

  /** What was entered by mistake, or is no longer asserted. */
  end(at: Date, today: string): void {
    if (this.kind === 'consent') throw isAConsent();
    if (this.isOver(today)) throw basisOver();
    change<Basis>(this, { ended: 'ended', endedAt: at });
  }

  /** The meeting that the exchange was for was held. @returns false where it had ended before */
  useUp(at: Date): boolean {
    if (this.ended !== null) return false;
    change<Basis>(this, { ended: 'used-up', endedAt: at });
    return true;
  }

  /** Sets the end earlier. @returns false where it ends by then as it is */
  shorten(validTo: string): boolean {
    if (this.ended !== null || (this.validTo !== null && this.validTo <= validTo)) return false;
    change<Basis>(this, { validTo });
    return true;
  }

  /** What of it has been taken away, as it stands. */
  get taken(): TakenBasis {
    const { id: basis, ended, endedAt, validTo } = this;
    const givers = this.givers.filter(({ withdrawn }) => withdrawn).map(({ personId }) => personId);
    return { basis, ended, endedAt: endedAt?.toISOString() ?? null, validTo, givers };
  }

  /**
   * Takes away what was taken away once before, and lost with the register that was there then. Where it is not known who
   * took a consent back, everybody's is taken: it can be given again in a new basis.
   * @returns whether anything of it still stood
   */
  takeBack({ ended, endedAt, validTo, givers, withdrawn = [] }: FoundBasis, now: Date): boolean {
    const at = endedAt === null ? now : new Date(endedAt);
    const covers = withdrawn.some(
      (person) => !this.coverage.some((each) => each.personId === person && each.state === 'withdrawn'),
    );
    const all = ended === 'withdrawn' || covers;
    const gone = this.givers.map(({ personId }) => personId).filter((id) => all || givers.includes(id));
    const shortened = validTo !== null && this.shorten(validTo);
    const taken = this.kind === 'consent' && gone.length > 0 && this.withdraw(gone, at, restoredBy);
    const ends = ended !== null && this.ended === null;
    if (ends) change<Basis>(this, { ended, endedAt: at });
    return shortened || taken || ends;
  }

  /** Whom it covers, and when, as things stand now. @returns whether that is otherwise than before */
  cover(facts: CoverageFacts): boolean {
    const recordedOn = localDate(this.recordedAt);
    const coverage = coverageOf(this, facts, recordedOn < this.validFrom ? recordedOn : this.validFrom);
    const same = told(coverage) === told(this.coverage);
    change<Basis>(this, { coverage });
    return !same;
  }

  /** @param done whether something was done to it, and not only to whom it covers */
  count(done: boolean): void {
    change<Basis>(this, { version: this.version + 1, entryVersion: this.entryVersion + (done ? 1 : 0) });
  }

  /** What the other services are told on a day. Evidence, paragraph, who gave it and what is far off stay here. */
  recorded(epoch: number, today: string): Told<typeof BasisRecorded> {
    const { id: basisId, familyId, programme, kind, layer, purpose, categories, fromUnit, toUnit, persons } = this;
    const basis = { basisId, familyId, programme, kind, layer, purpose, categories, fromUnit, toUnit, persons };
    const { meeting, validFrom, validTo } = this;
    return { ...basis, meeting, validFrom, validTo, coverage: toldOn(this.coverage, today), epoch };
  }

  changed(epoch: number, raised: boolean, today: string): Told<typeof BasisChanged> {
    const { id: basisId, familyId, ended, endedAt, validTo } = this;
    const coverage = toldOn(this.coverage, today);
    const at = endedAt?.toISOString() ?? null;
    return { basisId, familyId, ended, endedAt: at, validTo, coverage, epoch, raised };
  }

  openEvidence(data: PersonalData): string | null {
    return this.evidence && data.decrypt(this.municipality, evidenceOf(this.id), this.evidence);
  }
}

const told = (coverage: readonly CoverPeriod[]): string =>
  JSON.stringify(coverage.map(({ personId, from, to, state }) => [personId, from, to, state]));
