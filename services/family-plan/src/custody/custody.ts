import type { CustodyEnded, CustodyRecorded, EventData } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError, type FieldError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { endOn } from '../periods/period.js';
import type { RecordCustody } from './custody.dto.js';
import { isToBeTold } from './notice.js';

type Recorded = EventData<typeof CustodyRecorded>;
type Ended = EventData<typeof CustodyEnded>;

/** Who holds custody of a child, and when: a parent need not. It is the child's, through whichever family it was told. */
@Entity('custody')
export class Custody {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  /** The family that it was told about: the key of its events. */
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { name: 'child_id' }) readonly childId!: string;
  @Column('uuid', { name: 'holder_id' }) readonly holderId!: string;
  /** Null: since before it was told here. */
  @Column('date', { name: 'from_date', nullable: true }) readonly from!: string | null;
  @Column('date', { name: 'to_date', nullable: true }) readonly to!: string | null;
  /** When the child comes of age; null where its birth date is not known. */
  @Column('date', { name: 'of_age_on', nullable: true }) readonly ofAgeOn!: string | null;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `custody-incomplete`, naming every field at fault */
  static record(
    municipality: string,
    id: string,
    { ofAgeOn = null, ...told }: RecordCustody & { readonly ofAgeOn?: string | null },
    members: readonly string[],
  ): Custody {
    const faults = faultsOf(told, members);
    if (faults.length > 0) throw incomplete(faults);
    return change(new Custody(), { municipality, id, ...told, to: told.to ?? null, ofAgeOn, version: 1 });
  }

  /** Whether it ends no later than that day as it is. */
  endsBy(day: string): boolean {
    return this.to !== null && this.to <= day;
  }

  end(on: string, today: string): Ended {
    change<Custody>(this, { to: endOn(this, on), version: this.version + 1 });
    return this.ended(today) as Ended;
  }

  /** As told on a day: without an end, or with the one that is told by then. */
  recorded(today: string): Recorded {
    const { id: custodyId, familyId, childId, holderId, from } = this;
    return { custodyId, familyId, childId, holderId, from, to: this.told(today) };
  }

  /** Undefined while nobody ended it: an end that it was recorded with is told by that. */
  ended(today: string): Ended | undefined {
    const to = this.told(today);
    return to !== null && this.to !== null && this.version > 1 ? { ...this.recorded(today), to } : undefined;
  }

  /**
   * The end that others are told of on a day. They know no birth date: that it ends at the child's majority is told when
   * that is near, and from then on only that it is over.
   */
  told(today: string): string | null {
    const { to, ofAgeOn } = this;
    if (ofAgeOn === null || !isToBeTold(ofAgeOn, today)) return to;
    const majority = ofAgeOn < today ? today : ofAgeOn;
    return to !== null && to < majority ? to : majority;
  }
}

function faultsOf({ childId, holderId, from, to }: RecordCustody, members: readonly string[]): FieldError[] {
  const faults: FieldError[] = [];
  if (!members.includes(childId)) faults.push({ field: 'childId', ...notInFamily });
  if (!members.includes(holderId)) faults.push({ field: 'holderId', ...notInFamily });
  if (childId === holderId) faults.push({ field: 'holderId', ...samePerson });
  if (to !== undefined && to <= from) faults.push({ field: 'to', ...notAfterStart });
  return faults;
}

const notInFamily = {
  rule: 'not-in-family',
  message: { da: 'Personen er ikke i familien.', en: 'The person is not in the family.' },
};
const samePerson = {
  rule: 'same-person',
  message: { da: 'Et barn har ikke forældremyndighed over sig selv.', en: 'A child does not hold its own custody.' },
};
const notAfterStart = {
  rule: 'not-after-start',
  message: { da: 'Slutdagen skal være efter startdagen.', en: 'The end must be after the start.' },
};

const incomplete = (fields: readonly FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'custody-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    fields,
  );
