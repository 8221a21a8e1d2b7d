import type { ClearanceEnded, ClearanceGiven, EventData } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { daysAfter } from '../families/days-after.js';
import { endOn } from '../periods/period.js';
import type { GiveClearance } from './clearances.dto.js';

type Given = EventData<typeof ClearanceGiven>;
type Ended = EventData<typeof ClearanceEnded>;

/** A second person lets an employee, in one function, work with a family that a colleague belongs to. */
@Entity('clearance')
export class Clearance {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly sub!: string;
  @Column('text') readonly unit!: string;
  @Column('text') readonly function!: string;
  @Column('date', { name: 'from_date' }) readonly from!: string;
  @Column('date', { name: 'to_date' }) readonly to!: string;
  @Column('integer') readonly version!: number;

  /**
   * @param longest days, by the ground rules in force
   * @throws DomainError `clearance-incomplete`, `period-too-long`
   */
  static give(municipality: string, id: string, wish: GiveClearance & { from: string }, longest: number): Clearance {
    if (wish.to <= wish.from) throw endsBeforeStart();
    if (wish.to > daysAfter(wish.from, longest)) throw tooLong(longest);
    return change(new Clearance(), { municipality, id, ...wish, version: 1 });
  }

  end(on: string): Ended {
    change<Clearance>(this, { to: endOn(this, on), version: this.version + 1 });
    return this.ended() as Ended;
  }

  given(): Given {
    const { id: clearanceId, familyId, sub, unit, function: name, from, to } = this;
    return { clearanceId, familyId, sub, unit, function: name, from, to };
  }

  /** Undefined while nobody ended it before its time. */
  ended(): Ended | undefined {
    const { id: clearanceId, familyId, to, version } = this;
    return version > 1 ? { clearanceId, familyId, to } : undefined;
  }
}

const endsBeforeStart = (): DomainError =>
  new DomainError(
    'rule',
    'clearance-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    [
      {
        field: 'to',
        rule: 'not-after-start',
        message: { da: 'Slutdagen skal være efter startdagen.', en: 'The end must be after the start.' },
      },
    ],
  );

const tooLong = (days: number): DomainError =>
  new DomainError('rule', 'period-too-long', {
    da: `En godkendelse gælder højst ${days} dage.`,
    en: `A clearance lasts ${days} days at most.`,
  });
