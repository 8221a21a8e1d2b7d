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
  @Column('uuid', { name: 'referral_id', nullable: true }) readonly referralId!: string | null;

  static open(opened: Pick<Place, 'municipality' | 'id' | 'groupId' | 'programme' | 'startsOn'>): Place {
    return change(new Place(), { ...opened, state: 'open', referralId: null });
  }

  /** @throws DomainError `place-taken` when it is another's */
  assignTo(referralId: string): void {
    if (this.state !== 'open') throw placeTaken();
    change<Place>(this, { state: 'assigned', referralId });
  }

  /** Its referral was withdrawn. */
  free(): void {
    change<Place>(this, { state: 'open', referralId: null });
  }
}

const placeTaken = (): DomainError =>
  new DomainError('conflict', 'place-taken', {
    da: 'Pladsen er givet til en anden.',
    en: "The place is another family's.",
  });
