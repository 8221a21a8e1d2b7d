import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A place in a group, opened by scheduling under its id. From then on only this service gives it: it is open, or it is
 * one referral's.
 */
@Entity('place')
export class Place {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'group_id' }) readonly groupId!: string;
  @Column('text') readonly programme!: string;
  @Column('date', { name: 'starts_on' }) readonly startsOn!: string;
  @Column('text') readonly state!: 'open' | 'assigned';
  /** Until when it can be given: until the session begins that the definition says; null while scheduling has told none. */
  @Column('timestamptz', { name: 'refill_until', nullable: true }) readonly refillUntil!: Date | null;
  @Column('uuid', { name: 'referral_id', nullable: true }) readonly referralId!: string | null;

  static open(opened: Pick<Place, 'municipality' | 'id' | 'groupId' | 'programme' | 'startsOn'>): Place {
    return change(new Place(), { ...opened, state: 'open', refillUntil: null, referralId: null });
  }

  refillTo(until: Date): void {
    change<Place>(this, { refillUntil: until });
  }

  /** Open, and its group is not too far into its course for a new family. */
  isGivenAt(now: Date): boolean {
    return this.state === 'open' && (this.refillUntil === null || now < this.refillUntil);
  }

  /** @throws DomainError `place-taken` (409) when it is another's; `refill-over` (422) when it is too late for a new family */
  assignTo(referralId: string, now: Date): void {
    if (this.state !== 'open') throw placeTaken();
    if (!this.isGivenAt(now)) throw refillOver();
    change<Place>(this, { state: 'assigned', referralId });
  }

  /** Its referral was withdrawn. */
  free(): void {
    change<Place>(this, { state: 'open', referralId: null });
  }
}

const refillOver = (): DomainError =>
  new DomainError(
    'rule',
    'refill-over',
    {
      da: 'Gruppen er for langt i sit forløb til en ny familie.',
      en: 'The group is too far into its course for a new family.',
    },
    [{ field: 'place', rule: 'refill-until-session' }],
  );

const placeTaken = (): DomainError =>
  new DomainError('conflict', 'place-taken', {
    da: 'Pladsen er givet til en anden.',
    en: "The place is another family's.",
  });
